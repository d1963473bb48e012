package org.motherlode.batch.timer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.batch.runtime.BatchStatus;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.chain.BlockSink;
import org.motherlode.model.chain.BlockSource;
import org.motherlode.model.chain.BlockWatch;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.money.Asset;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.settlement.Setback;
import org.motherlode.model.settlement.Settlement;
import org.motherlode.model.settlement.SettlementTask;
import org.motherlode.model.settlement.Stage;

/** Which of a pool's blocks is settled next. Block 1 cannot be, block 2 can. */
class SettlingBlocksTest {
    private static final PoolName POOL = new PoolName("one");
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final ScriptedJobs jobs = new ScriptedJobs();
    private final List<SettlementTask> due = new ArrayList<>(List.of(task(1), task(2)));
    private final List<Setback> told = new ArrayList<>();
    private final SettlingBlocks settling =
            new SettlingBlocks(new OnePool(), new Due(due), jobs.runs(), jobs.setbacks(LONGEST), setbacks -> {
                told.clear();
                told.addAll(setbacks);
            });

    @Test
    void a_block_that_cannot_be_settled_lets_the_next_one_go_first() {
        settling.look();
        jobs.newestIs(BatchStatus.FAILED);
        settling.look();
        assertThat(blocks()).as("the job pauses").containsExactly("1");
        jobs.after(ScriptedJobs.PAUSE);
        settling.look();
        jobs.newestIs(BatchStatus.FAILED);
        settling.look();
        jobs.after(ScriptedJobs.PAUSE);
        settling.look();

        assertThat(blocks()).containsExactly("1", "1", "2");
    }

    @Test
    void a_block_that_cannot_be_settled_is_tried_again_at_least_every_so_often() {
        due.remove(1);
        for (int failure = 0; failure < 30; failure++) {
            settling.look();
            jobs.newestIs(BatchStatus.FAILED);
            settling.look();
            jobs.after(LONGEST);
        }

        assertThat(blocks()).hasSize(30);
    }

    @Test
    void a_run_that_was_given_up_counts_as_failed() {
        settling.look();
        jobs.after(ScriptedJobs.STUCK);
        settling.look();
        jobs.after(ScriptedJobs.STUCK);
        settling.look();
        jobs.newestIs(BatchStatus.FAILED);
        settling.look();
        jobs.after(ScriptedJobs.PAUSE);
        settling.look();

        assertThat(blocks()).containsExactly("1", "1", "2");
    }

    @Test
    void a_block_that_cannot_be_settled_is_told_with_since_when_and_why_until_it_is_settled() {
        due.remove(1);
        settling.look();
        jobs.newestIs(BatchStatus.FAILED);
        Instant first = jobs.now();
        settling.look();
        jobs.after(ScriptedJobs.PAUSE);
        settling.look();
        jobs.newestIs(BatchStatus.FAILED);
        settling.look();

        assertThat(told)
                .containsExactly(new Setback(task(1), 2, first, "run 1 is FAILED: " + ScriptedJobs.EXIT_STATUS));

        due.clear();
        settling.look();
        assertThat(told).isEmpty();
    }

    private List<String> blocks() {
        return jobs.started.stream()
                .map(parameters -> parameters.getProperty("block", ""))
                .toList();
    }

    private static SettlementTask task(long block) {
        return new SettlementTask(POOL, block, Stage.ALLOT);
    }

    private record Due(List<SettlementTask> due) implements Settlement {
        @Override
        public void freeze(Fence fence, SettlementTask task) {
            throw new AssertionError("not for this test");
        }

        @Override
        public List<Transfer> transfers(SettlementTask task) {
            throw new AssertionError("not for this test");
        }

        @Override
        public void finish(Fence fence, SettlementTask task) {
            throw new AssertionError("not for this test");
        }
    }

    private record OnePool() implements OpenPools {
        @Override
        public List<OpenPool> all() {
            Chain chain = new Chain(
                    new ChainId("toy"),
                    new Asset("TST", 8),
                    new PowId("toy"),
                    absent(AddressParser.class),
                    absent(BlockSource.class),
                    absent(BlockSink.class),
                    absent(BlockWatch.class),
                    absent(Wallet.class),
                    () -> {});
            Settings settings = new Settings(Map.of());
            return List.of(
                    new OpenPool(new PoolDefinition(POOL, chain.id(), "", "", List.of(), false, settings), chain));
        }

        @Override
        public Optional<OpenPool> find(PoolName name) {
            return all().stream().findFirst();
        }

        @Override
        public Map<PoolName, String> stopped() {
            return Map.of();
        }

        private static <T> T absent(Class<T> port) {
            return port.cast(
                    Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, values) -> {
                        throw new AssertionError(method + " is not for this test");
                    }));
        }
    }
}
