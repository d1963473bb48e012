package org.motherlode.model.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.Prospect.Reason;
import org.motherlode.model.pool.PoolName;

/** Why somebody is not paid now: the threshold is 100, and one transaction has two receivers at most. */
class PayoutOutlookTest {
    private static final Asset COIN = new Asset("TST", 0);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(600);
    private static final MinerAddress AMY = new MinerAddress("amy");
    private static final MinerAddress BOB = new MinerAddress("bob");

    private PayoutLimits limits = PayoutLimits.NONE;
    private boolean paused;
    private List<PayoutBatch> open = List.of();
    private final Map<MinerAddress, Money> payable = new TreeMap<>(Map.of(AMY, money(500), BOB, money(99)));
    private Map<MinerAddress, Money> held = Map.of();
    private Map<MinerAddress, Money> saving = Map.of();
    private Refusals refusals = Refusals.NONE;
    private DaySpending spent = DaySpending.NONE;
    private Optional<String> wrongBooks = Optional.empty();
    private WalletCondition wallet = new WalletCondition(true, "secret words", money(10_000));

    @Test
    void whoever_is_due_is_paid_next_and_who_is_not_is_told_how_much_is_missing() {
        assertThat(outlook().next().orElseThrow().payments()).containsOnlyKeys(AMY);
        assertThat(prospect(AMY).reason()).isEqualTo(Reason.NEXT);
        assertThat(prospect(BOB).reason()).isEqualTo(Reason.BELOW_THRESHOLD);
        assertThat(prospect(BOB).words()).isEqualTo("1 TST are missing to the threshold of 100 TST");
    }

    @Test
    void who_is_on_hold_is_told_so() {
        held = Map.of(new MinerAddress("eve"), money(700));
        assertThat(prospect(new MinerAddress("eve")).reason()).isEqualTo(Reason.ON_HOLD);
    }

    @Test
    void who_wants_more_to_come_together_is_told_so() {
        saving = Map.of(new MinerAddress("fay"), money(700));
        assertThat(prospect(new MinerAddress("fay")).reason()).isEqualTo(Reason.BELOW_THRESHOLD);
        assertThat(prospect(new MinerAddress("fay")).words()).contains("has chosen");
        assertThat(outlook().next().orElseThrow().payments()).containsOnlyKeys(AMY);
    }

    @Test
    void a_paused_pool_pays_nobody() {
        paused = true;
        nobodyIsPaid(Reason.POOL_PAUSED);
        assertThat(prospect(BOB).reason()).as("his own reason").isEqualTo(Reason.BELOW_THRESHOLD);
    }

    @Test
    void another_payout_under_way_is_named_with_its_state() {
        open = List.of(batch(42, true, 0));
        nobodyIsPaid(Reason.PAYOUT_OPEN);
        assertThat(prospect(AMY).words()).startsWith("payout 42 is RESERVED");
        assertThat(prospect(new MinerAddress("cid")).reason()).isEqualTo(Reason.IN_PAYOUT);
    }

    @Test
    void after_a_refusal_of_the_wallet_the_time_of_the_next_try_is_told() {
        refusals = new Refusals(new Refusals.Refused(1, NOON, "secret"), Map.of());
        nobodyIsPaid(Reason.AFTER_REFUSAL);
        assertThat(prospect(AMY).until()).contains(LATER);

        refusals = new Refusals(Refusals.Refused.NEVER, Map.of(AMY, new Refusals.Refused(1, NOON, "secret")));
        nobodyIsPaid(Reason.AFTER_REFUSAL);
        assertThat(prospect(AMY).words()).doesNotContain("secret");
    }

    @Test
    void a_wallet_that_is_not_ready_or_has_too_little_is_told_without_its_own_words() {
        wallet = new WalletCondition(false, "secret words", money(0));
        nobodyIsPaid(Reason.WALLET_NOT_READY);
        assertThat(prospect(AMY).words()).doesNotContain("secret");

        wallet = new WalletCondition(true, "secret words", money(499));
        nobodyIsPaid(Reason.WALLET_SHORT);
    }

    @Test
    void wrong_books_pay_nobody() {
        wrongBooks = Optional.of("secret sums");
        nobodyIsPaid(Reason.BOOKS_UNPROVEN);
        assertThat(prospect(AMY).words()).doesNotContain("secret");
    }

    @Test
    void whose_turn_comes_later_is_told_its_number() {
        payable.put(BOB, money(400));
        payable.put(new MinerAddress("cid"), money(300));
        payable.put(new MinerAddress("dan"), money(200));
        payable.put(new MinerAddress("eli"), money(100));

        assertThat(outlook().next().orElseThrow().payments()).containsOnlyKeys(AMY, BOB);
        assertThat(prospect(new MinerAddress("dan")).words()).endsWith("number 2 in line");
        assertThat(prospect(new MinerAddress("eli")).words()).endsWith("number 3 in line");
        assertThat(prospect(new MinerAddress("eli")).reason()).isEqualTo(Reason.LATER_TURN);
    }

    @Test
    void when_the_day_is_used_up_everybody_is_told_until_when() {
        limits = new PayoutLimits(Optional.empty(), Optional.of(money(600)), Optional.empty());
        spent = new DaySpending(
                List.of(new DaySpending.Begun(NOON.minusSeconds(60), money(101).atoms())));
        payable.put(BOB, money(100));

        nobodyIsPaid(Reason.DAY_USED_UP);
        assertThat(prospect(AMY).until()).contains(NOON.minusSeconds(60).plus(DaySpending.DAY));
        assertThat(prospect(BOB).reason()).isEqualTo(Reason.DAY_USED_UP);
    }

    @Test
    void a_payout_above_a_bound_is_reserved_and_waits_then_and_the_next_one_waits_for_it() {
        limits = new PayoutLimits(Optional.empty(), Optional.empty(), Optional.of(money(450)));
        assertThat(prospect(AMY).words()).endsWith("until two persons have released it");
        assertThat(outlook().next()).isPresent();

        open = List.of(batch(42, false, 1));
        nobodyIsPaid(Reason.WAITS_FOR_RELEASE);
        assertThat(prospect(AMY).words()).contains("payout 42");
        assertThat(prospect(new MinerAddress("cid")).reason()).isEqualTo(Reason.WAITS_FOR_RELEASE);
    }

    @Test
    void what_two_persons_released_goes_before_all_others() {
        open = List.of(batch(42, false, 2));

        assertThat(outlook().next().orElseThrow()).isEqualTo(open.get(0).order());
        assertThat(prospect(AMY).reason()).isEqualTo(Reason.PAYOUT_OPEN);
        paused = true;
        assertThat(outlook().next()).isEmpty();
    }

    private void nobodyIsPaid(Reason why) {
        assertThat(outlook().next()).isEmpty();
        assertThat(prospect(AMY).reason()).isEqualTo(why);
    }

    private Prospect prospect(MinerAddress miner) {
        return outlook().find(miner.text()).orElseThrow().prospect();
    }

    private PayoutOutlook outlook() {
        PayoutTerms terms = new PayoutTerms(money(100), 15, paused, new BasisPoints(500), limits);
        PayoutMeans means =
                new PayoutMeans(2, miner -> false, refused -> refused.times() == 0 ? Instant.EPOCH : LATER, NOON);
        return PayoutOutlook.of(
                new PayoutFacts(terms, open, payable, held, saving, refusals, spent, wrongBooks), means, wallet);
    }

    private static PayoutBatch batch(long number, boolean begun, int persons) {
        PaymentOrder order = new PaymentOrder(new TreeMap<>(Map.of(new MinerAddress("cid"), money(600))));
        return new PayoutBatch(
                number, new PoolName("toy"), PayoutState.RESERVED, order, Optional.empty(), NOON, begun, persons);
    }

    private static Money money(long atoms) {
        return Money.ofAtoms(atoms, COIN);
    }
}
