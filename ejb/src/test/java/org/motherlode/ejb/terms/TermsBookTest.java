package org.motherlode.ejb.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ejb.database.Database;
import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.health.Condition;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PayoutLimits;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;

/** Which version of a pool's terms rules. */
class TermsBookTest {
    private static final Asset COIN = new Asset("TST", 8);
    private static final AddressParser ADDRESSES = text -> new AddressVerdict.Payable(new MinerAddress(text));

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
                                + " most_per_payout, most_per_day, release_above, actor, reason)"
                                + " VALUES (?, 1, 'infinity', 'TST', 5, 5, true, NULL, NULL, NULL, 'eve', 'test')",
                        pool.pool().text());

        assertThat(book().payout(pool).threshold()).isEqualTo(Money.ofAtoms(50_000_000, COIN));
        assertThat(book().payout(pool).paused()).isFalse();
    }

    @Test
    void both_kinds_of_terms_begin_at_once_whichever_is_asked_for_first() {
        book().scheme(pool("four"), 7);
        book().payout(pool("five"));

        assertThat(book().payout(changed("four")).threshold()).isEqualTo(Money.ofAtoms(50_000_000, COIN));
        assertThat(book().scheme(changed("five"), 7).fee().value()).isEqualTo(150);
    }

    @Test
    void a_first_version_of_an_operator_is_not_undercut_by_the_settings() {
        scheme(pool("six"), 3, 100, 300);
        book().payout(pool("six"));

        assertThat(book().scheme(pool("six"), 7).version()).isEqualTo(3);
    }

    @Test
    void settings_that_say_otherwise_than_the_terms_are_named_with_both_values() {
        assertThat(condition(pool("seven")).up()).isTrue();
        assertThat(condition(changed("seven")))
                .isEqualTo(new Condition(
                        "seven.terms",
                        false,
                        false,
                        "fee.basis-points = 200 in the settings has no effect, the terms in the database say 150;"
                                + " payout.threshold = 0.70000000 TST in the settings has no effect, the terms in the"
                                + " database say 0.50000000 TST"));
        assertThat(condition(with("seven", Map.of())).up())
                .as("what is not set says nothing")
                .isTrue();
    }

    @Test
    void a_newer_version_that_the_settings_repeat_is_no_trouble() {
        assertThat(condition(pool("eight")).up()).isTrue();
        scheme(pool("eight"), 2, 100, 200);

        assertThat(condition(pool("eight")).words()).contains("fee.basis-points = 150", "say 200");
        assertThat(condition(with("eight", Map.of("fee.basis-points", "200"))).up())
                .isTrue();
    }

    @Test
    void the_bounds_of_the_settings_are_in_the_first_version_and_a_later_one_without_them_is_named() {
        Map<String, String> settings = Map.of("payout.most-per-payout", "5", "payout.release-above", "2.5");
        PoolFacts pool = with("nine", settings);

        assertThat(book().payout(pool).limits())
                .isEqualTo(new PayoutLimits(
                        Optional.of(Money.ofAtoms(500_000_000, COIN)),
                        Optional.empty(),
                        Optional.of(Money.ofAtoms(250_000_000, COIN))));
        assertThat(book().payout(with("nine", Map.of())).limits())
                .as("the terms rule")
                .isEqualTo(book().payout(pool).limits());

        database()
                .change(
                        "INSERT INTO payout_terms SELECT pool, 2, now(), asset, threshold, most_receivers, paused, actor,"
                                + " reason, now(), NULL, NULL, release_above FROM payout_terms WHERE pool = 'nine'");
        assertThat(condition(pool).words())
                .isEqualTo("payout.most-per-payout = 5.00000000 TST in the settings has no effect, the terms in the"
                        + " database say none");
    }

    private static Condition condition(PoolFacts pool) {
        TermsAlarms alarms = new TermsAlarms();
        alarms.look(database(), List.of(pool));
        return alarms.now().get(0);
    }

    private static void scheme(PoolFacts pool, int version, long height, int fee) {
        database()
                .change(
                        "INSERT INTO scheme_terms (pool, version, effective_from_height, scheme, fee_basis_points,"
                                + " window_percent, unfilled, finder_bonus_basis_points, donation_basis_points, actor, reason)"
                                + " VALUES (?, ?, ?, 'PPLNS', ?, 200, 'SCALE', 0, 0, 'eve', 'test')",
                        pool.pool().text(),
                        version,
                        height,
                        fee);
    }

    private static PoolFacts pool(String name) {
        return with(name, Map.of("fee.basis-points", "150", "payout.threshold", "0.5"));
    }

    private static PoolFacts changed(String name) {
        return with(name, Map.of("fee.basis-points", "200", "payout.threshold", "0.7"));
    }

    private static PoolFacts with(String name, Map<String, String> settings) {
        return new PoolFacts(new PoolName(name), COIN, new Settings(settings), ADDRESSES);
    }

    private static TermsBook book() {
        return new TermsBook(database());
    }

    private static Database database() {
        return new Database(postgres.appDataSource());
    }
}
