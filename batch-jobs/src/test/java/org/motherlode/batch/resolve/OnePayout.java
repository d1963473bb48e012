package org.motherlode.batch.resolve;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.chain.BlockSink;
import org.motherlode.model.chain.BlockSource;
import org.motherlode.model.chain.BlockWatch;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentFate;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutDecision;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.payout.Payouts;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.pow.PowId;

/** A pool whose only payout is in review at first, and a chain that says what a test wants. */
final class OnePayout implements OpenPools {
    private static final Asset COIN = new Asset("XMR", 12);
    private static final PoolName POOL = new PoolName("monero");

    private PayoutBatch batch;
    private Optional<PayoutDecision> decided = Optional.empty();
    private Optional<PaymentFate> fate = Optional.empty();
    private boolean busy;

    OnePayout(long number) {
        Money money = Money.ofAtoms(5, COIN);
        PreparedPayment payment = new PreparedPayment("id", Octets.of(new byte[] {1}), money, List.of("image"), "");
        PaymentOrder order = new PaymentOrder(new TreeMap<>(Map.of(new MinerAddress("amy"), money)));
        batch = new PayoutBatch(number, POOL, PayoutState.REVIEW, order, Optional.of(payment), Instant.EPOCH);
    }

    /** Nothing of it is signed. */
    void isReserved() {
        is(PayoutState.RESERVED, Optional.empty());
    }

    void is(PayoutState state) {
        is(state, batch.prepared());
    }

    private void is(PayoutState state, Optional<PreparedPayment> payment) {
        batch = new PayoutBatch(batch.number(), batch.pool(), state, batch.order(), payment, batch.changedAt());
    }

    void chainSays(PaymentFate next) {
        fate = Optional.of(next);
    }

    void chainIsAway() {
        fate = Optional.empty();
    }

    void isBusy() {
        busy = true;
    }

    PayoutState state() {
        return batch.state();
    }

    Optional<PayoutDecision> decided() {
        return decided;
    }

    PayoutDecision decision() {
        return decided.orElseThrow();
    }

    String decide(Map<String, String> parameters) {
        Locks locks = name -> busy ? Optional.empty() : Optional.of(new Held(new Fence(name, 1), true));
        Payouts payouts = standIn(
                Payouts.class,
                (method, values) -> method.equals("open") ? open() : decided((PayoutDecision) values[2]));
        return new Deciding(this, locks, payouts).decide(Deciding.Wish.of(key -> parameters.getOrDefault(key, "")));
    }

    private List<PayoutBatch> open() {
        return batch.state().isOpen() ? List.of(batch) : List.of();
    }

    private PayoutBatch decided(PayoutDecision decision) {
        decided = Optional.of(decision);
        PayoutState next =
                switch (decision.kind()) {
                    case ASK -> PayoutState.PREPARED;
                    case CONFIRM -> PayoutState.CONFIRMED;
                    case RELEASE -> PayoutState.RELEASED;
                    case REVIEW -> PayoutState.REVIEW;
                };
        is(next);
        return batch;
    }

    @Override
    public List<OpenPool> all() {
        Wallet wallet =
                standIn(Wallet.class, (method, values) -> fate.orElseThrow(() -> new NodeUnavailableException("away")));
        Chain chain = new Chain(
                new ChainId("toy"),
                COIN,
                new PowId("toy"),
                unused(AddressParser.class),
                unused(BlockSource.class),
                unused(BlockSink.class),
                unused(BlockWatch.class),
                wallet,
                () -> {});
        return List.of(new OpenPool(
                new PoolDefinition(POOL, chain.id(), "", "", List.of(), false, new Settings(Map.of())), chain));
    }

    @Override
    public Optional<OpenPool> find(PoolName name) {
        return Optional.of(all().get(0));
    }

    @Override
    public Map<PoolName, String> stopped() {
        return Map.of();
    }

    private static <T> T unused(Class<T> port) {
        return standIn(port, (method, values) -> {
            throw new IllegalStateException(method + " is not for this test");
        });
    }

    private static <T> T standIn(Class<T> port, Answer answer) {
        return port.cast(Proxy.newProxyInstance(
                OnePayout.class.getClassLoader(),
                new Class<?>[] {port},
                (self, method, values) -> answer.to(method.getName(), values == null ? new Object[0] : values)));
    }

    private interface Answer {
        Object to(String method, Object[] values) throws Exception;
    }

    private record Held(Fence fence, boolean isAlive) implements Locks.Held {
        @Override
        public void close() {}
    }
}
