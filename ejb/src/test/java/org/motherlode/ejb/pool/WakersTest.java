package org.motherlode.ejb.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.motherlode.ejb.block.BlockSubmitted;
import org.motherlode.ejb.meter.Meters;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainFactory;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;

class WakersTest {
    private static final PoolName ONE = new PoolName("one");
    private static final PoolName TWO = new PoolName("two");

    private final Wakers wakers = new Wakers();
    private final List<String> woken = new ArrayList<>();

    @Test
    void a_block_wakes_its_own_pool_and_each_block_does() {
        wakers.put(ONE, () -> woken.add("one"));
        wakers.put(TWO, () -> woken.add("two"));
        wakers.wake(new BlockSubmitted(TWO));
        wakers.wake(new BlockSubmitted(TWO));
        wakers.wake(new BlockSubmitted(ONE));

        assertThat(woken).containsExactly("two", "two", "one");
    }

    @Test
    void a_block_of_a_pool_that_is_not_open_wakes_nobody() {
        wakers.put(ONE, () -> woken.add("one"));
        wakers.wake(new BlockSubmitted(TWO));

        assertThat(woken).isEmpty();
    }

    @Test
    void a_pool_that_is_opened_again_is_woken_once_and_after_the_end_nobody_is() {
        wakers.put(ONE, () -> woken.add("before"));
        wakers.put(ONE, () -> woken.add("after"));
        wakers.wake(new BlockSubmitted(ONE));
        wakers.clear();
        wakers.wake(new BlockSubmitted(ONE));

        assertThat(woken).containsExactly("after");
    }

    /** Its poll is an hour away, and its node signals nothing. */
    @Test
    void an_open_pool_asks_its_node_as_soon_as_that_has_taken_a_block_and_not_after_the_stop() throws Exception {
        FakeGateway gateway = new FakeGateway();
        gateway.pools.add(FakeChain.definition("one", "toy", Map.of("template.poll-millis", "60000")));
        Pools pools = new Pools();
        Semaphore looks = new Semaphore(0);
        OpeningPools opening = new OpeningPools(
                gateway,
                List.of(new Watched(looks)),
                new OpeningPools.Register(pools, (pool, facts) -> facts),
                InstantSource.system());
        Staff staff = new Staff(Thread::new, new Meters(new SimpleMeterRegistry()));
        PoolRun run = new PoolRun(gateway, pools, wakers, new CurrentWork(), staff);
        try {
            run.open(opening);
            assertThat(looks.tryAcquire(30, TimeUnit.SECONDS))
                    .as("the first look")
                    .isTrue();
            wakers.wake(new BlockSubmitted(TWO));
            wakers.wake(new BlockSubmitted(ONE));

            assertThat(looks.tryAcquire(30, TimeUnit.SECONDS))
                    .as("the next look")
                    .isTrue();
        } finally {
            run.stop();
        }
        wakers.wake(new BlockSubmitted(ONE));
        assertThat(looks.availablePermits()).isZero();
    }

    /** A chain that tells when its tip is asked for. */
    private record Watched(Semaphore looks) implements ChainFactory {
        @Override
        public ChainId id() {
            return FakeChain.ID;
        }

        @Override
        public Chain open(PoolDefinition pool) throws SettingException {
            FakeChain chain = new FakeChain();
            chain.looked = looks::release;
            return chain.open(pool);
        }
    }
}
