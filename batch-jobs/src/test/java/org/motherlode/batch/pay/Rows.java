package org.motherlode.batch.pay;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.FencedOffException;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutDecision;
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
    private final List<PayoutBatch> batches = new ArrayList<>();
    private final SortedMap<MinerAddress, BigInteger> payable = new TreeMap<>();
    private final SortedMap<MinerAddress, BigInteger> reserved = new TreeMap<>();
    private final SortedMap<MinerAddress, BigInteger> paid = new TreeMap<>();
    private final List<String> words = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private boolean paused;
    private String wrong = "";
    private BasisPoints mostFee = new BasisPoints(1_000);
    private long fence;

    Rows(Cuts cuts) {
        this.cuts = cuts;
    }

    Fence nextFence() {
        return new Fence("pay/" + POOL, ++fence);
    }

    void earn(String miner, long atoms) {
        payable.merge(new MinerAddress(miner), BigInteger.valueOf(atoms), BigInteger::add);
    }

    /** A person gives what is in review back to the job. */
    void askAgain() {
        batches.replaceAll(batch -> batch.state() == PayoutState.REVIEW
                ? new PayoutBatch(
                        batch.number(),
                        batch.pool(),
                        PayoutState.PREPARED,
                        batch.order(),
                        batch.prepared(),
                        Instant.EPOCH)
                : batch);
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

    void pause() {
        paused = true;
    }

    List<PayoutState> states() {
        return batches.stream().map(PayoutBatch::state).toList();
    }

    List<String> words() {
        return words;
    }

    SortedMap<MinerAddress, BigInteger> paid() {
        return paid;
    }

    SortedMap<MinerAddress, BigInteger> reserved() {
        return reserved;
    }

    SortedMap<MinerAddress, BigInteger> payableAtoms() {
        return payable;
    }

    @Override
    public PayoutTerms terms(PoolName pool) {
        return new PayoutTerms(Money.ofAtoms(100, COIN), 1000, paused, mostFee);
    }

    @Override
    public Map<MinerAddress, Money> payable(PoolName pool) {
        Map<MinerAddress, Money> money = new TreeMap<>();
        payable.forEach((miner, atoms) -> money.put(miner, new Money(atoms, COIN)));
        return money;
    }

    @Override
    public List<PayoutBatch> open(PoolName pool) {
        return batches.stream().filter(batch -> batch.state().isOpen()).toList();
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
        if (!open(pool).isEmpty()) {
            throw new IllegalStateException("a payout is open");
        }
        move(order, payable, reserved);
        PayoutBatch batch =
                new PayoutBatch(batches.size(), pool, PayoutState.RESERVED, order, Optional.empty(), Instant.EPOCH);
        batches.add(batch);
        cuts.place("after reserve");
        return batch;
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
        move(batch.order(), reserved, paid);
        cuts.place("after confirmed");
        return now;
    }

    @Override
    public PayoutBatch released(Fence held, PayoutBatch batch, String why) {
        words.add(why);
        PayoutBatch now = change(held, batch, PayoutState.RELEASED, batch.prepared());
        move(batch.order(), reserved, payable);
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
        Map<MinerAddress, Refusals.Refused> miners = new TreeMap<>();
        Refusals.Refused inARow = Refusals.Refused.NEVER;
        for (PayoutBatch batch : batches) {
            if (batch.prepared().isPresent()) {
                inARow = Refusals.Refused.NEVER;
                miners.keySet().removeAll(batch.order().payments().keySet());
            } else if (batch.state() == PayoutState.RELEASED) {
                inARow = oneMore(inARow, batch);
                for (MinerAddress miner : batch.order().payments().keySet()) {
                    miners.put(miner, oneMore(miners.getOrDefault(miner, Refusals.Refused.NEVER), batch));
                }
            }
        }
        return new Refusals(inARow, miners);
    }

    private static Refusals.Refused oneMore(Refusals.Refused before, PayoutBatch batch) {
        return new Refusals.Refused(before.times() + 1, batch.changedAt(), "refused");
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
        PayoutBatch row = batches.get(Math.toIntExact(batch.number()));
        if (row.state() != batch.state() || !Steps.allowed(row.state(), to)) {
            throw new IllegalStateException(row.state() + " cannot become " + to);
        }
        PayoutBatch changed = new PayoutBatch(row.number(), row.pool(), to, row.order(), payment, now);
        batches.set(Math.toIntExact(batch.number()), changed);
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

    private static void move(PaymentOrder order, Map<MinerAddress, BigInteger> from, Map<MinerAddress, BigInteger> to) {
        order.payments().forEach((miner, money) -> {
            BigInteger left = from.getOrDefault(miner, BigInteger.ZERO).subtract(money.atoms());
            if (left.signum() < 0) {
                throw new IllegalStateException(miner.text() + " would be overdrawn");
            }
            from.put(miner, left);
            to.merge(miner, money.atoms(), BigInteger::add);
        });
    }
}
