package org.motherlode.ejb.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.payout.DaySpending;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutRelease;
import org.motherlode.model.payout.PayoutRelease.Kind;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.payout.Refusals;

/** A payout above a bound leaves when two persons have released it, whatever a program tries. */
class ReleasedPayoutsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private Till till;

    @BeforeEach
    void open() throws SQLException {
        till = Till.open(DATABASE.appDataSource());
        till.bounds("NULL", "NULL", "700");
    }

    @Test
    void a_payout_at_the_bound_goes_and_one_above_it_waits() throws SQLException {
        till.bounds("NULL", "NULL", "800");
        assertThat(reserve().begun()).isTrue();
        Till other = Till.open(DATABASE.appDataSource());
        other.bounds("NULL", "NULL", "799");

        PayoutBatch waiting = other.in(payouts -> payouts.reserve(other.fence(), other.pool(), other.order()));

        assertThat(waiting.waits()).isTrue();
        assertThat(other.balance(AccountKind.MINER_RESERVED, Till.AMY)).isEqualTo(500);
    }

    @Test
    void nothing_is_signed_before_the_second_person_and_then_it_is() throws SQLException {
        PayoutBatch waiting = reserve();
        assertThatThrownBy(() -> till.in(payouts -> payouts.prepared(till.fence(), waiting, Till.PAYMENT)))
                .hasStackTraceContaining("waits until two persons");
        assertThatThrownBy(() -> begin(waiting)).hasStackTraceContaining("waits until two persons");

        assertThat(judge(waiting, Kind.RELEASE, "eve").isReleased()).isFalse();
        assertThatThrownBy(() -> begin(waiting)).hasStackTraceContaining("waits until two persons");
        assertThat(judge(waiting, Kind.RELEASE, "olga").isReleased()).isTrue();
        assertThatThrownBy(() -> till.in(payouts -> payouts.prepared(till.fence(), waiting, Till.PAYMENT)))
                .as("it has not gone on its way yet")
                .hasStackTraceContaining("waits until two persons");

        PayoutBatch going = begin(waiting);
        assertThat(till.in(payouts -> payouts.prepared(till.fence(), going, Till.PAYMENT))
                        .state())
                .isEqualTo(PayoutState.PREPARED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eve", "Eve", "E v e", " EVE\t", "e\u00a0ve", "e\u200bve"})
    void one_person_is_one_person_however_the_name_is_written(String name) throws SQLException {
        PayoutBatch waiting = reserve();
        judge(waiting, Kind.RELEASE, "eve");

        assertThatThrownBy(() -> judge(waiting, Kind.RELEASE, name)).hasMessageContaining("it takes a second person");

        assertThat(till.open().get(0).persons()).isEqualTo(1);
    }

    @Test
    void one_refusal_gives_the_money_back_and_holds_its_miners() throws SQLException {
        PayoutBatch waiting = reserve();
        judge(waiting, Kind.RELEASE, "eve");

        assertThat(judge(waiting, Kind.REFUSE, "olga").state()).isEqualTo(PayoutState.RELEASED);

        assertThat(till.balance(AccountKind.MINER_RESERVED, Till.AMY)).isZero();
        assertThat(till.balance(AccountKind.MINER_PAYABLE, Till.AMY)).isEqualTo(500);
        assertThat(till.payable()).isEmpty();
        assertThat(till.in(payouts -> payouts.facts(till.pool())).held()).containsOnlyKeys(Till.AMY, Till.BOB);
        assertThat(ask(
                        "SELECT actor || ' ' || reason AS it FROM payout_hold WHERE pool = ? AND miner = 'amy'",
                        till.pool().text()))
                .isEqualTo("olga payout " + waiting.number() + " was refused: looked");
        Refusals refusals = till.in(payouts -> payouts.refusals(till.pool()));
        assertThat(refusals).as("the wallet refused nothing").isEqualTo(Refusals.NONE);
    }

    @Test
    void after_a_refusal_no_release_counts_any_more() throws SQLException {
        PayoutBatch waiting = reserve();
        judge(waiting, Kind.REFUSE, "olga");

        assertThatThrownBy(() -> judge(waiting, Kind.RELEASE, "eve")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> database()
                        .change(
                                "INSERT INTO payout_release (batch, decision, actor, reason) VALUES (?, 'RELEASE', 'x', 'y')",
                                waiting.number()))
                .hasStackTraceContaining("does not wait for anybody's release");
    }

    @Test
    void others_are_paid_while_one_waits_and_only_one_waits() throws SQLException {
        reserve();
        MinerAddress cid = new MinerAddress("cid");
        till.earn("second", cid, 100);
        till.earn("second", Till.AMY, 900);
        PaymentOrder small = new PaymentOrder(new TreeMap<>(Map.of(cid, Till.money(100))));
        PaymentOrder large = new PaymentOrder(new TreeMap<>(Map.of(Till.AMY, Till.money(900))));

        assertThat(till.in(payouts -> payouts.reserve(till.fence(), till.pool(), small))
                        .begun())
                .isTrue();
        assertThatThrownBy(() -> till.in(payouts -> payouts.reserve(till.fence(), till.pool(), large)))
                .hasMessageContaining("still open");
        assertThat(till.open()).extracting(PayoutBatch::waits).containsExactly(true, false);
    }

    @Test
    void a_payout_on_its_way_waits_for_nobody_and_what_waits_does_not_go_on_beside_it() throws SQLException {
        PayoutBatch waiting = reserve();
        judge(waiting, Kind.RELEASE, "eve");
        judge(waiting, Kind.RELEASE, "olga");
        MinerAddress cid = new MinerAddress("cid");
        till.earn("second", cid, 100);
        PaymentOrder small = new PaymentOrder(new TreeMap<>(Map.of(cid, Till.money(100))));
        PayoutBatch going = till.in(payouts -> payouts.reserve(till.fence(), till.pool(), small));

        assertThatThrownBy(() -> judge(going, Kind.RELEASE, "eve")).hasMessageContaining("on its way");
        assertThatThrownBy(() -> begin(waiting)).hasStackTraceContaining("payout_batch_open");
    }

    @Test
    void what_was_said_stays_as_it_was_said() throws SQLException {
        judge(reserve(), Kind.RELEASE, "eve");

        assertThatThrownBy(() -> new Database(DATABASE.ownerDataSource())
                        .change("UPDATE payout_release SET actor = 'olga' WHERE actor = 'eve'"))
                .hasStackTraceContaining("written once");
    }

    @Test
    void a_waiting_payout_is_taken_to_review_by_a_restore_and_released_there() throws SQLException {
        PayoutBatch waiting = reserve();
        MinerAddress cid = new MinerAddress("cid");
        till.earn("second", cid, 100);
        PaymentOrder small = new PaymentOrder(new TreeMap<>(Map.of(cid, Till.money(100))));
        till.in(payouts -> payouts.reserve(till.fence(), till.pool(), small));

        database()
                .change(
                        "UPDATE payout_batch SET state = 'REVIEW' WHERE state = 'RESERVED' AND pool = ?",
                        till.pool().text());

        assertThat(till.open()).extracting(PayoutBatch::waits).containsExactly(false, false);
        assertThatThrownBy(() -> judge(waiting, Kind.RELEASE, "eve")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void an_operator_is_told_of_what_waits_until_it_goes() throws SQLException {
        PayoutBatch waiting = reserve();
        judge(waiting, Kind.RELEASE, "eve");
        assertThat(alarm())
                .contains("payout " + waiting.number() + " waits since", "job release-payout; so far 1 have")
                .doesNotContain("is RESERVED since");

        judge(waiting, Kind.RELEASE, "olga");
        begin(waiting);

        assertThat(alarm()).isEqualTo("nothing keeps the miners' money");
        DaySpending spent = till.in(payouts -> payouts.spent(till.pool()));
        assertThat(spent).as("it uses up nobody's day").isEqualTo(DaySpending.NONE);
    }

    private String alarm() {
        PayoutAlarms alarms = new PayoutAlarms();
        alarms.look(database(), List.of(till.pool()), Duration.ofHours(1));
        return till.payouts(alarms).words();
    }

    private PayoutBatch reserve() throws SQLException {
        return till.in(payouts -> payouts.reserve(till.fence(), till.pool(), till.order()));
    }

    private PayoutBatch begin(PayoutBatch batch) throws SQLException {
        return till.in(payouts -> payouts.begin(till.fence(), batch));
    }

    private PayoutBatch judge(PayoutBatch batch, Kind kind, String actor) throws SQLException {
        PayoutRelease release = new PayoutRelease(kind, actor, "looked");
        return till.in(payouts -> {
            PayoutBatch now = payouts.open(till.pool()).stream()
                    .filter(open -> open.number() == batch.number())
                    .findFirst()
                    .orElseThrow();
            return payouts.judged(till.fence(), now, release);
        });
    }

    private static String ask(String sql, Object value) {
        return database().first(sql, row -> row.getString(1), value).orElseThrow();
    }

    private static Database database() {
        return new Database(DATABASE.appDataSource());
    }
}
