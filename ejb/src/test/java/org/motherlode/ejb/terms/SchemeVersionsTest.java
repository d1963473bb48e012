package org.motherlode.ejb.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.health.Condition;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.reward.Donation;
import org.motherlode.model.reward.Pplns;
import org.motherlode.model.reward.Prop;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.reward.Solo;
import org.motherlode.model.reward.Unfilled;
import org.motherlode.model.reward.WindowLength;

/** All that a scheme has is versioned, compared with the settings, and checked. */
class SchemeVersionsTest {
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
    void each_scheme_is_kept_whole_in_the_first_version_and_in_later_ones() {
        Pplns lastShares = new Pplns(new WindowLength.Shares(10_000), Unfilled.CARRY, new BasisPoints(250));
        Optional<Donation> gift = Optional.of(new Donation(new BasisPoints(30), new MinerAddress("TEVE")));
        PoolFacts pool = with(
                "nine",
                Map.of(
                        "window.shares", "10000",
                        "window.unfilled", "carry",
                        "finder-bonus.basis-points", "250",
                        "donation.basis-points", "30",
                        "donation.address", "Teve"));
        assertThat(book().scheme(pool, 7)).isEqualTo(new SchemeTerms(1, new BasisPoints(100), gift, lastShares));
        assertThat(book().scheme(with("ten", Map.of("scheme", "prop")), 7).scheme())
                .isEqualTo(new Prop());
        assertThat(book().scheme(with("eleven", Map.of("scheme", "solo")), 7))
                .isEqualTo(new SchemeTerms(1, new BasisPoints(100), Optional.empty(), new Solo()));

        database()
                .change("INSERT INTO scheme_terms (pool, version, effective_from_height, scheme, fee_basis_points,"
                        + " finder_bonus_basis_points, donation_basis_points, donation_address, actor, reason)"
                        + " SELECT pool, 2, 100, 'SOLO', 40, 0, donation_basis_points, donation_address, 'eve', 'test'"
                        + " FROM scheme_terms WHERE pool = 'nine'");
        assertThat(book().scheme(pool, 99).scheme()).isEqualTo(lastShares);
        assertThat(book().scheme(pool, 100)).isEqualTo(new SchemeTerms(2, new BasisPoints(40), gift, new Solo()));
    }

    @Test
    void every_setting_of_a_scheme_is_compared_with_what_rules() {
        book().scheme(
                        with(
                                "twelve",
                                Map.of("scheme", "prop", "donation.basis-points", "5", "donation.address", "T1")),
                        7);

        assertThat(condition(with(
                                "twelve",
                                Map.of(
                                        "scheme", "pplns",
                                        "window.shares", "9",
                                        "window.unfilled", "carry",
                                        "finder-bonus.basis-points", "1",
                                        "donation.basis-points", "6",
                                        "donation.address", "T2")))
                        .words()
                        .replace(" in the settings has no effect, the terms in the database say ", " / "))
                .isEqualTo(
                        "scheme = pplns / prop; window.shares = 9 / none; window.unfilled = carry / none;"
                                + " finder-bonus.basis-points = 1 / none; donation.basis-points = 6 / 5; donation.address = T2 / T1");
        assertThat(condition(with("twelve", Map.of("window.percent", "150"))).words())
                .isEqualTo("window.percent = 150 in the settings has no effect, the terms in the database say none");
        assertThat(condition(with(
                                "twelve",
                                Map.of("scheme", "prop", "donation.basis-points", "5", "donation.address", "T1")))
                        .up())
                .isTrue();
    }

    @Test
    void a_donation_to_an_address_that_cannot_be_paid_is_told_before_a_block_needs_it() {
        book().scheme(with("thirteen", Map.of()), 7);
        donate("thirteen", 2, "Xeve");
        assertThat(condition(with("thirteen", Map.of())).words())
                .isEqualTo(
                        "version 2 of the terms in the database donates to Xeve, which this pool cannot pay: An address"
                                + " begins with T.");

        donate("thirteen", 3, "Teve");
        assertThat(condition(with("thirteen", Map.of())).words())
                .endsWith("which this pool cannot pay: it is written TEVE");

        donate("thirteen", 4, "TEVE");
        assertThat(condition(with("thirteen", Map.of())).up()).isTrue();
    }

    private static void donate(String pool, int version, String address) {
        database()
                .change(
                        "INSERT INTO scheme_terms (pool, version, effective_from_height, scheme, fee_basis_points,"
                                + " finder_bonus_basis_points, donation_basis_points, donation_address, actor, reason)"
                                + " VALUES (?, ?, 1000, 'PROP', 150, 0, 5, ?, 'eve', 'test')",
                        pool,
                        version,
                        address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'PPLNS', 100, 200, 9, 'SCALE', 0, 0, NULL | only_pplns_has_one_window",
                "'PPLNS', 100, NULL, NULL, 'SCALE', 0, 0, NULL | only_pplns_has_one_window",
                "'PPLNS', 100, 200, NULL, NULL, 0, 0, NULL | only_pplns_has_one_window",
                "'PROP', 100, 200, NULL, NULL, 0, 0, NULL | only_pplns_has_one_window",
                "'SOLO', 100, NULL, NULL, NULL, 5, 0, NULL | only_pplns_has_one_window",
                "'SOLO', 100, NULL, NULL, NULL, 0, 5, NULL | donation_has_an_address",
                "'SOLO', 100, NULL, NULL, NULL, 0, 0, 'T1' | donation_has_an_address",
                "'PPLNS', 9000, 200, NULL, 'SCALE', 600, 401, 'T1' | parts_are_at_most_the_whole",
                "'PPS', 100, NULL, NULL, NULL, 0, 0, NULL | scheme_is_known",
            })
    void a_version_that_makes_no_sense_is_not_written(String values, String constraint) {
        assertThatThrownBy(() -> database()
                        .change("INSERT INTO scheme_terms (pool, version, effective_from_height, scheme,"
                                + " fee_basis_points, window_percent, window_shares, unfilled, finder_bonus_basis_points,"
                                + " donation_basis_points, donation_address, actor, reason) VALUES ('none', 1, 0, "
                                + values
                                + ", 'eve', 'test')"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(constraint);
    }

    private static Condition condition(PoolFacts pool) {
        TermsAlarms alarms = new TermsAlarms();
        alarms.look(database(), List.of(pool));
        return alarms.now().get(0);
    }

    private static PoolFacts with(String name, Map<String, String> settings) {
        return new PoolFacts(
                new PoolName(name), new Asset("TST", 8), new Settings(settings), SchemeVersionsTest::address);
    }

    private static AddressVerdict address(String text) {
        return text.startsWith("T")
                ? new AddressVerdict.Payable(new MinerAddress(text.toUpperCase(Locale.ROOT)))
                : new AddressVerdict.Refused("An address begins with T.");
    }

    private static TermsBook book() {
        return new TermsBook(database());
    }

    private static Database database() {
        return new Database(postgres.appDataSource());
    }
}
