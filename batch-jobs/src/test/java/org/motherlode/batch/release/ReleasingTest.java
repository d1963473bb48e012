package org.motherlode.batch.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motherlode.batch.order.OpenPayouts;
import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.chain.BlockSink;
import org.motherlode.model.chain.BlockSource;
import org.motherlode.model.chain.BlockWatch;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutRelease;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.payout.Payouts;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.pow.PowId;

/** Payout 42 waits. */
class ReleasingTest {
    private static final Asset COIN = new Asset("XMR", 12);
    private static final PoolName POOL = new PoolName("monero");

    private final List<PayoutRelease> said = new ArrayList<>();
    private boolean busy;

    @Test
    void the_first_person_is_told_that_a_second_is_missing_and_the_second_that_it_goes_on() {
        assertThat(judge(Map.of("actor", "eve")))
                .isEqualTo("payout 42 is released by eve and waits for a second person");
        assertThat(judge(Map.of("actor", "olga", "decision", "Release")))
                .isEqualTo("payout 42 is released by two persons and goes on with the next run");
        assertThat(said)
                .containsExactly(
                        new PayoutRelease(PayoutRelease.Kind.RELEASE, "eve", "why"),
                        new PayoutRelease(PayoutRelease.Kind.RELEASE, "olga", "why"));
    }

    @Test
    void a_refusal_says_how_many_miners_are_on_hold() {
        assertThat(judge(Map.of("actor", "eve", "decision", "refuse")))
                .isEqualTo("payout 42 is RELEASED, and its miners are on hold: 1");
        assertThat(said).containsExactly(new PayoutRelease(PayoutRelease.Kind.REFUSE, "eve", "why"));
    }

    @ParameterizedTest
    @CsvSource({
        "payout, forty-two, payout must be the number of a payout",
        "payout, 41, no open pool has an open payout 41",
        "decision, yes, decision must be release or refuse",
        "actor, '', actor must say who decides",
        "reason, ' ', reason must say why"
    })
    void what_makes_no_sense_is_named_and_says_nothing_in_the_rows(String key, String value, String words) {
        assertThatThrownBy(() -> judge(Map.of(key, value))).hasMessageContaining(words);
        assertThat(said).isEmpty();
    }

    @Test
    void a_pool_that_is_being_paid_is_left_alone() {
        busy = true;

        assertThatThrownBy(() -> judge(Map.of("actor", "eve"))).hasMessageContaining("try again when that run is over");
        assertThat(said).isEmpty();
    }

    private String judge(Map<String, String> asked) {
        Map<String, String> parameters = new HashMap<>(Map.of("payout", "42", "actor", "eve", "reason", "why"));
        parameters.putAll(asked);
        Locks locks = name -> busy ? Optional.empty() : Optional.of(new Held(new Fence(name, 1), true));
        Payouts payouts = standIn(
                Payouts.class,
                (method, values) -> method.equals("open") ? List.of(batch(0)) : judged((PayoutRelease) values[2]));
        OpenPools pools = standIn(OpenPools.class, (method, values) -> List.of(pool()));
        return new Releasing(new OpenPayouts(pools, locks, payouts)).judge(key -> parameters.getOrDefault(key, ""));
    }

    private PayoutBatch judged(PayoutRelease release) {
        said.add(release);
        PayoutBatch batch = batch(said.size());
        return release.kind() == PayoutRelease.Kind.RELEASE
                ? batch
                : new PayoutBatch(
                        42, POOL, PayoutState.RELEASED, batch.order(), Optional.empty(), Instant.EPOCH, false, 0);
    }

    private static PayoutBatch batch(int persons) {
        PaymentOrder order = new PaymentOrder(new TreeMap<>(Map.of(new MinerAddress("amy"), Money.ofAtoms(5, COIN))));
        return new PayoutBatch(42, POOL, PayoutState.RESERVED, order, Optional.empty(), Instant.EPOCH, false, persons);
    }

    private static OpenPool pool() {
        Chain chain = new Chain(
                new ChainId("toy"),
                COIN,
                new PowId("toy"),
                unused(AddressParser.class),
                unused(BlockSource.class),
                unused(BlockSink.class),
                unused(BlockWatch.class),
                unused(Wallet.class),
                () -> {});
        return new OpenPool(
                new PoolDefinition(POOL, chain.id(), "", "", List.of(), false, new Settings(Map.of())), chain);
    }

    private static <T> T unused(Class<T> port) {
        return standIn(port, (method, values) -> {
            throw new IllegalStateException(method + " is not for this test");
        });
    }

    private static <T> T standIn(Class<T> port, Answer answer) {
        return port.cast(Proxy.newProxyInstance(
                ReleasingTest.class.getClassLoader(),
                new Class<?>[] {port},
                (self, method, values) -> answer.to(method.getName(), values == null ? new Object[0] : values)));
    }

    private interface Answer {
        Object to(String method, Object[] values);
    }

    private record Held(Fence fence, boolean isAlive) implements Locks.Held {
        @Override
        public void close() {}
    }
}
