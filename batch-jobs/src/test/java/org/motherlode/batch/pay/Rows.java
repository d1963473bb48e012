package org.motherlode.batch.pay;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.FencedOffException;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.DaySpending;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutDecision;
import org.motherlode.model.payout.PayoutFacts;
import org.motherlode.model.payout.PayoutLimits;
import org.motherlode.model.payout.PayoutOutlook;
import org.motherlode.model.payout.PayoutRelease;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.payout.PayoutTerms;
import org.motherlode.model.payout.Payouts;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Refusals;
import org.motherlode.model.pool.PoolName;

/** The payout rows in memory, with the transitions, balances and fence of the real ones. They outlive every process. */
final class Rows implements Payouts {
    static final Asset COIN = new Asset("XMR", 12);
    static final PoolName POOL = new PoolName("monero");

    static final Patience IMPATIENT = Patience.none(() -> Instant.EPOCH);

    private final Cuts cuts;
    private final Batches batches = new Batches();
    private final Purses purses = new Purses();
    private final List<String> words = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private boolean paused;
    private String wrong = "";
    private BasisPoints mostFee = new BasisPoints(1_000);
    private PayoutLimits limits = PayoutLimits.NONE;
    private long fence;

    Rows(Cuts cuts) {
        this.cuts = cuts;
    }

    Fence nextFence() {
        return new Fence("pay/" + POOL, ++fence);
    }

    void earn(String miner, long atoms) {
        purses.earn(miner, atoms);
    }

    /** A person gives what is in review back to the job. */
    void askAgain() {
        batches.askAgain();
    }

    /** One person more releases what waits. */
    void release() {
        batches.release();
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    void allowsFee(int basisPoints) {
        mostFee = new BasisPoints(basisPoints);
    }

    void isBoundBy(PayoutLimits bounds) {
        limits = bounds;
    }

    void pause() {
        paused = true;
    }

    List<PayoutState> states() {
        return batches.all().stream().map(PayoutBatch::state).toList();
    }

    List<PayoutBatch> all() {
        return batches.all();
    }

    List<String> words() {
        return words;
    }

    SortedMap<MinerAddress, BigInteger> paid() {
        return purses.paid;
    }

    SortedMap<MinerAddress, BigInteger> reserved() {
        return purses.reserved;
    }

    SortedMap<MinerAddress, BigInteger> payableAtoms() {
        return purses.payable;
    }

    @Override
    public PayoutTerms terms(PoolName pool) {
        return new PayoutTerms(Money.ofAtoms(100, COIN), 1000, paused, mostFee, limits);
    }

    @Override
    public Map<MinerAddress, Money> payable(PoolName pool) {
        return purses.payable();
    }

    @Override
    public DaySpending spent(PoolName pool) {
        return batches.spent(now);
    }

    @Override
    public PayoutFacts facts(PoolName pool) {
        return new PayoutFacts(
                terms(pool),
                open(pool),
                payable(pool),
                Map.of(),
                Map.of(),
                refusals(pool),
                spent(pool),
                wrongBooks(pool));
    }

    @Override
    public void tried(PoolName pool, PayoutOutlook outlook) {
        throw new AssertionError("a run of the job is no dry run");
    }

    @Override
    public List<PayoutBatch> open(PoolName pool) {
        return batches.open();
    }

    void booksAreWrong(String why) {
        wrong = why;
    }

    @Override
    public Optional<String> wrongBooks(PoolName pool) {
        return Optional.of(wrong).filter(words -> !words.isEmpty());
    }

    @Override
    public PayoutBatch reserve(Fence held, PoolName pool, PaymentOrder order) {
        cuts.place("before reserve");
        demand(held);
        PayoutBatch batch = batches.add(order, limits.needsRelease(order.total()));
        purses.reserve(order);
        cuts.place("after reserve");
        return batch;
    }

    @Override
    public PayoutBatch begin(Fence held, PayoutBatch batch) {
        cuts.place("before begin");
        demand(held);
        PayoutBatch begun = batches.begin(batch, now);
        cuts.place("after begin");
        return begun;
    }

    @Override
    public PayoutBatch judged(Fence held, PayoutBatch batch, PayoutRelease release) {
        throw new AssertionError("a run of the job spoke for a person: " + release);
    }

    @Override
    public PayoutBatch prepared(Fence held, PayoutBatch batch, PreparedPayment payment) {
        return change(held, batch, PayoutState.PREPARED, Optional.of(payment));
    }

    @Override
    public PayoutBatch sent(Fence held, PayoutBatch batch) {
        return change(held, batch, PayoutState.SENT, batch.prepared());
    }

    @Override
    public PayoutBatch confirmed(Fence held, PayoutBatch batch) {
        PayoutBatch now = change(held, batch, PayoutState.CONFIRMED, batch.prepared());
        purses.pay(batch.order());
        cuts.place("after confirmed");
        return now;
    }

    @Override
    public PayoutBatch released(Fence held, PayoutBatch batch, String why) {
        words.add(why);
        PayoutBatch now = change(held, batch, PayoutState.RELEASED, batch.prepared());
        purses.release(batch.order());
        cuts.place("after released");
        return now;
    }

    @Override
    public PayoutBatch review(Fence held, PayoutBatch batch, String why) {
        words.add(why);
        return change(held, batch, PayoutState.REVIEW, batch.prepared());
    }

    @Override
    public Refusals refusals(PoolName pool) {
        return RefusedBatches.among(batches.all());
    }

    @Override
    public PayoutBatch decided(Fence held, PayoutBatch batch, PayoutDecision decision) {
        throw new AssertionError("a run of the job decided for a person: " + decision);
    }

    @Override
    public void note(PayoutBatch batch, String what) {
        words.add(what);
    }

    private PayoutBatch change(Fence held, PayoutBatch batch, PayoutState to, Optional<PreparedPayment> payment) {
        cuts.place("before " + to);
        demand(held);
        PayoutBatch changed = batches.change(batch, to, payment, now);
        if (to.isOpen()) {
            cuts.place("after " + to);
        }
        return changed;
    }

    private void demand(Fence held) {
        if (held.number() != fence) {
            throw new FencedOffException(held);
        }
    }
}
