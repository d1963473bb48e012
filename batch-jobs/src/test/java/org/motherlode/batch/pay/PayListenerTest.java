package org.motherlode.batch.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.batch.runtime.context.JobContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.chain.BlockSink;
import org.motherlode.model.chain.BlockSource;
import org.motherlode.model.chain.BlockWatch;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.money.Asset;
import org.motherlode.model.payout.Payouts;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.pow.PowId;

/** A run for three pools, the second of which cannot even begin. */
class PayListenerTest {
    private final List<String> held = new ArrayList<>();
    private final List<Object> told = new ArrayList<>();
    private final PayListener listener = new PayListener();

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // here the test is the container
    void set() {
        List<Object> data = new ArrayList<>();
        listener.job = standIn(JobContext.class, (method, values) -> {
            if (method.equals("setTransientUserData")) {
                data.add(values[0]);
            }
            if (method.equals("setExitStatus")) {
                told.add(values[0]);
                return "nothing that a method without an answer gives";
            }
            return data.get(0);
        });
        listener.pool = PayListener.ALL;
        listener.now = "false";
        listener.pools = pools("a", "b", "c");
        listener.locks = name -> {
            held.add(name);
            return Optional.of(new Lock(name));
        };
        listener.payouts = unused(Payouts.class);
    }

    @Test
    void every_lock_is_given_back_even_if_a_pool_fails_as_the_run_begins() {
        listener.beforeJob();
        assertThat(held).containsExactly("pay/a", "pay/b", "pay/c");

        listener.afterJob();

        assertThat(held).isEmpty();
    }

    @Test
    void a_pool_that_fails_as_the_run_begins_is_left_out_and_the_others_are_paid() {
        listener.beforeJob();

        PayRun run = (PayRun) listener.job.getTransientUserData();
        assertThat(run.words()).isEqualTo("paid [a, c], left out {b=failed: b has no number}");
        assertThat(run.isFailed()).isTrue();
    }

    @Test
    @SuppressWarnings("UnnecessaryAssignment")
    void a_pool_that_is_not_open_is_named_to_whoever_asks_for_its_payout() {
        listener.pool = "nope";

        assertThatThrownBy(listener::beforeJob).isInstanceOf(IllegalArgumentException.class);
        assertThat(told).containsExactly("refused: no pool nope is open; open are [a, b, c]");
        assertThat(held).isEmpty();
    }

    private final class Lock implements Locks.Held {
        private final String name;

        Lock(String name) {
            this.name = name;
        }

        @Override
        public Fence fence() {
            if (name.equals("pay/b")) {
                throw new IllegalStateException("b has no number");
            }
            return new Fence(name, 1);
        }

        @Override
        public boolean isAlive() {
            return true;
        }

        @Override
        public void close() {
            held.remove(name);
        }
    }

    private static OpenPools pools(String... names) {
        List<OpenPool> all = new ArrayList<>();
        for (String name : names) {
            all.add(pool(new PoolName(name)));
        }
        return standIn(OpenPools.class, (method, values) -> method.equals("find") ? Optional.empty() : all);
    }

    private static OpenPool pool(PoolName name) {
        Chain chain = new Chain(
                new ChainId("toy"),
                new Asset("TOY", 2),
                new PowId("toy"),
                unused(AddressParser.class),
                unused(BlockSource.class),
                unused(BlockSink.class),
                unused(BlockWatch.class),
                unused(Wallet.class),
                () -> {});
        return new OpenPool(
                new PoolDefinition(name, chain.id(), "", "", List.of(), false, new Settings(Map.of())), chain);
    }

    private static <T> T unused(Class<T> port) {
        return standIn(port, (method, values) -> {
            throw new IllegalStateException(method + " is not for this test");
        });
    }

    private static <T> T standIn(Class<T> port, Answer answer) {
        return port.cast(Proxy.newProxyInstance(
                PayListenerTest.class.getClassLoader(),
                new Class<?>[] {port},
                (self, method, values) -> answer.to(method.getName(), values)));
    }

    private interface Answer {
        Object to(String method, Object[] values);
    }
}
