package org.motherlode.ejb.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ejb.database.Database;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;

/** Which version of a pool's terms rules. */
class TermsBookTest {
    private static final Asset COIN = new Asset("TST", 8);

    private static EmbeddedPostgres postgres = EmbeddedPostgres.temporary();

    @BeforeAll
    static void migrate() {
        Migrations.run(postgres);
    }

    @AfterAll
    static void end() {
        postgres.close();
    }

    @Test
    void the_settings_are_the_first_version_and_a_later_one_rules_from_its_height_on() {
        PoolFacts pool = pool("one");
        assertThat(book().scheme(pool, 7).fee().value()).isEqualTo(150);
        scheme(pool, 2, 100, 300);

        assertThat(book().scheme(pool, 99).version()).isEqualTo(1);
        assertThat(book().scheme(pool, 100).fee().value()).isEqualTo(300);
    }

    @Test
    void a_block_below_a_first_version_that_begins_late_is_settled_by_it() {
        PoolFacts pool = pool("two");
        scheme(pool, 1, 100, 300);
        scheme(pool, 2, 200, 400);

        assertThat(book().scheme(pool, 7).version()).isEqualTo(1);
        assertThat(book().scheme(pool, 150).version()).isEqualTo(1);
        assertThat(book().scheme(pool, 200).version()).isEqualTo(2);
    }

    @Test
    void miners_are_paid_by_the_settings_until_a_first_version_that_begins_late_begins() {
        PoolFacts pool = pool("three");
        database()
                .change(
                        "INSERT INTO payout_terms (pool, version, effective_from, asset, threshold, most_receivers, paused,"
                                + " actor, reason) VALUES (?, 1, 'infinity', 'TST', 5, 5, true, 'eve', 'test')",
                        pool.pool().text());

        assertThat(book().payout(pool).threshold()).isEqualTo(Money.ofAtoms(50_000_000, COIN));
        assertThat(book().payout(pool).paused()).isFalse();
    }

    private static void scheme(PoolFacts pool, int version, long height, int fee) {
        database()
                .change(
                        "INSERT INTO scheme_terms (pool, version, effective_from_height, fee_basis_points, window_percent,"
                                + " unfilled, actor, reason) VALUES (?, ?, ?, ?, 200, 'SCALE', 'eve', 'test')",
                        pool.pool().text(),
                        version,
                        height,
                        fee);
    }

    private static PoolFacts pool(String name) {
        return new PoolFacts(
                new PoolName(name), COIN, new Settings(Map.of("fee.basis-points", "150", "payout.threshold", "0.5")));
    }

    private static TermsBook book() {
        return new TermsBook(database());
    }

    private static Database database() {
        return new Database(postgres.appDataSource());
    }
}
