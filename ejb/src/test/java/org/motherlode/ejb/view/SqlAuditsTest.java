package org.motherlode.ejb.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.audit.PayoutAudit;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.view.Audits;

/** Payouts in the eyes of anybody. Blocks are in {@code AuditedBlockTest}. */
class SqlAuditsTest {
    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();

    @BeforeAll
    static void fill() {
        Migrations.run(POSTGRES);
        ViewTables tables = new ViewTables(POSTGRES.ownerDataSource());
        tables.payout("4Amy", 5, "CONFIRMED");
        tables.payout("4Bob", 7, "PREPARED");
    }

    @AfterAll
    static void end() {
        POSTGRES.close();
    }

    @Test
    void a_payout_is_found_by_its_number_and_by_its_transaction() {
        long number = number("CONFIRMED");
        PayoutAudit payout = audits(false).payout(ViewPool.NAME, number).orElseThrow();

        assertThat(payout.receivers()).containsExactly(new PayoutAudit.Receiver("4Amy", BigInteger.valueOf(5)));
        assertThat(payout.total()).isEqualTo(5);
        assertThat(payout.transaction().orElseThrow().id()).isEqualTo("tx" + number);
        assertThat(payout.transaction().orElseThrow().fee()).isZero();
        assertThat(audits(false).payout(ViewPool.NAME, "tx" + number)).contains(payout);
        assertThat(audits(false).payout(ViewPool.NAME, "tx0")).isEmpty();
        assertThat(audits(false).payout(ViewPool.NAME, number + 2)).isEmpty();
        assertThat(audits(false).payout(new PoolName("other"), number)).isEmpty();
    }

    @Test
    void the_proof_is_told_only_where_the_operator_says_so() {
        long number = number("CONFIRMED");

        assertThat(audits(false)
                        .payout(ViewPool.NAME, number)
                        .orElseThrow()
                        .transaction()
                        .orElseThrow()
                        .proof())
                .isEmpty();
        assertThat(audits(true)
                        .payout(ViewPool.NAME, number)
                        .orElseThrow()
                        .transaction()
                        .orElseThrow()
                        .proof())
                .contains("key");
    }

    @Test
    void a_transaction_that_the_chain_has_not_shown_is_not_told() {
        long number = number("PREPARED");

        assertThat(audits(true).payout(ViewPool.NAME, number).orElseThrow().transaction())
                .isEmpty();
        assertThat(audits(true).payout(ViewPool.NAME, "tx" + number)).isEmpty();
    }

    @Test
    void the_setting_is_one_of_two_words() {
        assertThat(AuditBounds.read(Map.of("motherlode.view.payout-proofs", " public ")::get))
                .isEqualTo(new AuditBounds(1, 2000, 4, true));
        assertThat(AuditBounds.read(Map.<String, String>of()::get).proofs()).isFalse();
        assertThatThrownBy(() -> AuditBounds.read(Map.of("motherlode.view.payout-proofs", "yes")::get))
                .hasMessage("motherlode.view.payout-proofs must be public or withheld, not 'yes'");
    }

    private static long number(String state) {
        List<BigInteger> numbers = new Database(POSTGRES.appDataSource())
                .list("SELECT number FROM payout_batch WHERE state = ?", row -> Values.whole(row, "number"), state);
        return numbers.get(0).longValueExact();
    }

    private static Audits audits(boolean proofs) {
        return OpenAudits.of(
                POSTGRES.appDataSource(),
                OpenAudits.pools(ViewPool.NAME, ViewPool.XMR),
                new AuditBounds(1, 2, 1, proofs));
    }
}
