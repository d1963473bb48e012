package org.motherlode.ejb.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.payout.DaySpending;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutLimits;
import org.motherlode.model.payout.PayoutMeans;
import org.motherlode.model.payout.PayoutOutlook;
import org.motherlode.model.payout.WalletCondition;

/** The bounds in the terms, what the day's bound counts, and what a dry run leaves. */
class BoundedTermsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private Till till;

    @BeforeEach
    void open() throws SQLException {
        till = Till.open(DATABASE.appDataSource());
    }

    @Test
    void a_version_that_does_not_say_a_bound_is_refused() {
        assertThatThrownBy(() -> database()
                        .change(
                                "INSERT INTO payout_terms (pool, version, effective_from, asset, threshold, most_receivers,"
                                        + " paused, actor, reason) VALUES (?, 1, now(), 'XMR', 5, 5, true, 'eve', 'test')",
                                till.pool().text()))
                .hasStackTraceContaining("each_bound_is_said_and_null_is_none");
    }

    @ParameterizedTest
    @CsvSource({"payouts.md, 'true, most_per_payout'", "operators.md, 'false, most_per_payout'"})
    void the_documented_lines_leave_the_bounds_as_they_are(String page, String part) throws Exception {
        till.bounds("800", "900", "NULL");

        database().change(documented(page, part).replace("monero", till.pool().text()));

        PayoutLimits limits = till.in(payouts -> payouts.terms(till.pool())).limits();
        assertThat(limits)
                .isEqualTo(
                        new PayoutLimits(Optional.of(Till.money(800)), Optional.of(Till.money(900)), Optional.empty()));
        assertThat(till.in(payouts -> payouts.terms(till.pool())).paused()).isEqualTo(part.startsWith("true"));
    }

    @Test
    void the_day_counts_what_went_on_its_way_and_not_what_came_back_or_waits() throws SQLException {
        PayoutBatch batch = reserve();
        assertThat(spent().begun()).singleElement().satisfies(one -> {
            assertThat(one.atoms()).isEqualTo(800);
            assertThat(Duration.between(one.at(), Instant.now())).isLessThan(Duration.ofMinutes(5));
        });
        till.in(payouts -> payouts.released(till.fence(), batch, "refused"));
        assertThat(spent()).isEqualTo(DaySpending.NONE);

        till.bounds("NULL", "NULL", "799");
        reserve();
        assertThat(spent()).isEqualTo(DaySpending.NONE);
    }

    @Test
    void what_left_more_than_a_day_ago_counts_no_more() throws Exception {
        PayoutBatch batch = confirm(reserve());
        age(batch, "23 hours 59 minutes");
        assertThat(spent().begun()).hasSize(1);
        age(batch, "24 hours");

        assertThat(spent()).isEqualTo(DaySpending.NONE);
    }

    @Test
    void what_waits_for_its_wallet_counts_for_the_day_in_which_it_may_leave() throws Exception {
        PayoutBatch batch = reserve();
        age(batch, "3 days");

        assertThat(spent().begun()).singleElement().satisfies(one -> {
            assertThat(one.atoms()).isEqualTo(800);
            assertThat(Duration.between(one.at(), Instant.now())).isLessThan(Duration.ofMinutes(5));
        });
    }

    @Test
    void what_has_no_room_in_the_day_any_more_is_not_reserved() throws SQLException {
        till.bounds("NULL", "900", "NULL");
        confirm(reserve());
        till.earn("second", Till.AMY, 101);
        PaymentOrder planned = new PaymentOrder(new TreeMap<>(Map.of(Till.AMY, Till.money(101))));

        assertThatThrownBy(() -> till.in(payouts -> payouts.reserve(till.fence(), till.pool(), planned)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no room for 0.000000000101 XMR");
        assertThat(till.open()).isEmpty();
        assertThat(till.balance(AccountKind.MINER_PAYABLE, Till.AMY)).isEqualTo(101);
    }

    @Test
    void an_operator_is_told_until_when_the_day_is_used_up() throws SQLException {
        till.bounds("NULL", "900", "NULL");
        reserve();
        PayoutAlarms before = look();
        assertThat(till.payouts(before).up()).as("nobody is due").isTrue();
        assertThat(before.usedUpSeconds(till.pool())).isZero();

        till.earn("second", Till.AMY, 101);

        PayoutAlarms alarms = look();
        assertThat(till.payouts(alarms).words()).contains("most_per_day", "is used up: the next payout goes at 20");
        assertThat(alarms.usedUpSeconds(till.pool())).isBetween(86_000L, 86_400L);
    }

    @Test
    void who_fits_into_the_days_rest_is_no_trouble_nor_who_is_on_hold() throws SQLException {
        till.bounds("NULL", "900", "NULL");
        reserve();
        till.earn("second", Till.AMY, 100);
        assertThat(look().usedUpSeconds(till.pool())).isZero();

        till.earn("third", Till.BOB, 500);
        assertThat(look().usedUpSeconds(till.pool())).isPositive();
        database()
                .change(
                        "INSERT INTO payout_hold (pool, miner, held, actor, reason) VALUES (?, 'bob', true, 'eve', 'test')",
                        till.pool().text());
        assertThat(look().usedUpSeconds(till.pool())).isZero();
    }

    @Test
    void a_dry_run_leaves_a_line_for_each_miner_in_place_of_those_of_the_one_before() throws SQLException {
        till.bounds("NULL", "NULL", "NULL");
        dryRun(800);
        assertThat(lines()).containsExactly("amy 500 NEXT", "bob 300 NEXT");

        reserve();
        dryRun(800);
        assertThat(lines()).containsExactly("amy 500 IN_PAYOUT", "bob 300 IN_PAYOUT");
    }

    @Test
    void a_dry_run_moves_nothing() throws SQLException {
        till.bounds("NULL", "NULL", "NULL");
        dryRun(1);

        assertThat(lines()).containsExactly("amy 500 WALLET_SHORT", "bob 300 WALLET_SHORT");
        assertThat(till.open()).isEmpty();
        assertThat(till.payable()).containsOnlyKeys(Till.AMY, Till.BOB);
    }

    private void dryRun(long spendable) throws SQLException {
        PayoutMeans means = new PayoutMeans(15, miner -> false, refused -> refused.last(), Instant.now());
        WalletCondition wallet = new WalletCondition(true, "well", Till.money(spendable));
        till.in(payouts -> {
            PayoutOutlook outlook = PayoutOutlook.of(payouts.facts(till.pool()), means, wallet);
            payouts.tried(till.pool(), outlook);
            return outlook;
        });
    }

    private List<String> lines() {
        return database()
                .list(
                        "SELECT miner || ' ' || amount || ' ' || reason FROM payout_dry_run WHERE pool = ? ORDER BY miner",
                        row -> row.getString(1),
                        till.pool().text());
    }

    private PayoutAlarms look() {
        PayoutAlarms alarms = new PayoutAlarms();
        alarms.look(database(), List.of(till.pool()), Duration.ofHours(1));
        return alarms;
    }

    private PayoutBatch reserve() throws SQLException {
        return till.in(payouts -> payouts.reserve(till.fence(), till.pool(), till.order()));
    }

    private PayoutBatch confirm(PayoutBatch batch) throws SQLException {
        PayoutBatch signed = till.in(payouts -> payouts.prepared(till.fence(), batch, Till.PAYMENT));
        PayoutBatch sent = till.in(payouts -> payouts.sent(till.fence(), signed));
        return till.in(payouts -> payouts.confirmed(till.fence(), sent));
    }

    private DaySpending spent() throws SQLException {
        return till.in(payouts -> payouts.spent(till.pool()));
    }

    /** As time does it; the table lets nobody else. */
    private static void age(PayoutBatch batch, String by) {
        Database owner = new Database(DATABASE.ownerDataSource());
        owner.change("ALTER TABLE payout_batch DISABLE TRIGGER payout_waits");
        owner.change(
                "UPDATE payout_batch SET begun_at = now() - ?::interval, changed_at = now() - ?::interval WHERE number = ?",
                by,
                by,
                batch.number());
        owner.change("ALTER TABLE payout_batch ENABLE TRIGGER payout_waits");
    }

    private static String documented(String page, String part) throws IOException {
        String text = Files.readString(Path.of("..", "docs", page));
        int at = text.lastIndexOf("INSERT INTO payout_terms", text.indexOf(part));
        assertThat(at).as(page).isPositive();
        return text.substring(at, text.indexOf(';', at));
    }

    private static Database database() {
        return new Database(DATABASE.appDataSource());
    }
}
