package org.motherlode.ejb.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutDecision;
import org.motherlode.model.payout.PayoutState;

/** The SQL that docs/operators.md gives to whoever restored a backup, taken from the page itself. */
class AfterRestoreTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private Till till;

    @BeforeEach
    void open() throws SQLException {
        till = Till.open(DATABASE.appDataSource());
    }

    @Test
    void a_payment_made_since_is_booked_by_hand_and_confirmed_by_the_job() throws IOException, SQLException {
        run(booking("amy", 500));

        PayoutBatch booked = till.open().get(0);
        assertThat(booked.state()).isEqualTo(PayoutState.SENT);
        assertThat(booked.prepared().orElseThrow().transactionId()).isEqualTo("the id");
        assertThat(till.payable()).isEmpty();
        assertThat(till.balance(AccountKind.MINER_RESERVED, Till.BOB)).isEqualTo(300);

        till.in(payouts -> payouts.confirmed(till.fence(), booked));

        assertThat(till.open()).isEmpty();
        assertThat(till.balance(AccountKind.MINER_RESERVED, Till.AMY)).isZero();
        assertThat(till.balance(AccountKind.WALLET)).isZero();
        assertThat(till.balance(AccountKind.FEES)).isEqualTo(-7);
        assertThat(till.balance(AccountKind.CAPITAL)).isEqualTo(7);
        Optional<String> wrongBooks = till.in(payouts -> payouts.wrongBooks(till.pool()));
        assertThat(wrongBooks).isEmpty();
        assertThatThrownBy(() -> run(booking("amy", 500))).hasMessageContaining("miner_is_never_overdrawn");
    }

    @Test
    void more_than_the_books_owe_is_refused_whole() throws IOException {
        assertThatThrownBy(() -> run(booking("amy", 501))).hasMessageContaining("miner_is_never_overdrawn");
        assertThatThrownBy(() -> run(booking("eve", 1))).hasMessageContaining("from_account");

        assertThat(till.balance(AccountKind.MINER_PAYABLE, Till.AMY)).isEqualTo(500);
        assertThat(till.balance(AccountKind.MINER_PAYABLE, Till.BOB)).isEqualTo(300);
    }

    @Test
    void payouts_of_a_state_brought_back_by_other_means_are_taken_to_review() throws IOException, SQLException {
        till.in(payouts -> payouts.reserve(till.fence(), till.pool(), till.order()));

        run(documented("UPDATE payout_batch SET state = 'REVIEW'"));

        PayoutBatch reviewed = till.open().get(0);
        assertThat(reviewed.state()).isEqualTo(PayoutState.REVIEW);
        PayoutDecision release = new PayoutDecision(PayoutDecision.Kind.RELEASE, "olga", "not paid", "nothing");
        till.in(payouts -> payouts.decided(till.fence(), reviewed, release));
        assertThat(till.balance(AccountKind.MINER_PAYABLE, Till.AMY)).isEqualTo(500);
    }

    @Test
    void a_gap_that_a_restore_left_is_closed() throws IOException, SQLException {
        run("INSERT INTO pool_node (node) VALUES (0) ON CONFLICT DO NOTHING;"
                + "INSERT INTO share_batch VALUES (current_date, gen_random_uuid(), 0, 17, 0, 4, 9, now());"
                + "SELECT share_advance(0::smallint, 17, 0, 9, now())");

        run(documented("SELECT node, epoch FROM share_progress").replace("1763800000", "17"));

        assertThat(new Database(DATABASE.appDataSource())
                        .first(
                                "SELECT complete_sequence AS s FROM share_progress WHERE epoch = 17",
                                row -> row.getLong("s")))
                .hasValue(9L);
    }

    private String booking(String miner, long atoms) throws IOException {
        return documented("BEGIN;\n   CREATE TEMPORARY TABLE paid")
                .replace("'address one', 250000000000", "'" + miner + "', " + atoms)
                .replace("'address two', 120000000000", "'bob', 300")
                .replace("30660000", "7")
                .replace("monero", till.pool().text());
    }

    private static String documented(String begin) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "operators.md"));
        int at = text.indexOf(begin);
        assertThat(at).as(begin).isPositive();
        return text.substring(at, text.indexOf("```", at));
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = DATABASE.ownerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
