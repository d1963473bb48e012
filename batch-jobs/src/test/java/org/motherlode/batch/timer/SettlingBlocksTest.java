package org.motherlode.batch.timer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.batch.runtime.BatchStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.pool.PoolName;
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
            new SettlingBlocks(new Due(due), jobs.runs(), jobs.setbacks(LONGEST), setbacks -> {
                told.clear();
                told.addAll(setbacks);
            });

    @Test
    void a_block_that_cannot_be_settled_lets_the_next_one_go_first() {
        aRunFails();
        assertThat(blocks()).as("the job pauses").containsExactly("1");
        jobs.after(ScriptedJobs.PAUSE);
        aRunFails();
        jobs.after(ScriptedJobs.PAUSE);
        settling.look(Set.of(POOL));

        assertThat(blocks()).containsExactly("1", "1", "2");
    }

    @Test
    void a_block_that_cannot_be_settled_is_tried_again_at_least_every_so_often() {
        due.remove(1);
        for (int failure = 0; failure < 30; failure++) {
            aRunFails();
            jobs.after(LONGEST);
        }

        assertThat(blocks()).hasSize(30);
    }

    @Test
    void a_run_that_was_given_up_counts_as_failed() {
        settling.look(Set.of(POOL));
        jobs.after(ScriptedJobs.STUCK);
        settling.look(Set.of(POOL));
        jobs.after(ScriptedJobs.STUCK);
        aRunFails();
        jobs.after(ScriptedJobs.PAUSE);
        settling.look(Set.of(POOL));

        assertThat(blocks()).containsExactly("1", "1", "2");
    }

    @Test
    void a_block_that_cannot_be_settled_is_told_with_since_when_and_why_until_it_is_settled() {
        due.remove(1);
        settling.look(Set.of(POOL));
        jobs.newestIs(BatchStatus.FAILED);
        Instant first = jobs.now();
        settling.look(Set.of(POOL));
        jobs.after(ScriptedJobs.PAUSE);
        aRunFails();

        assertThat(told)
                .containsExactly(new Setback(task(1), 2, first, "run 1 is FAILED: " + ScriptedJobs.EXIT_STATUS));

        due.clear();
        settling.look(Set.of(POOL));
        assertThat(told).isEmpty();
    }

    @Test
    void a_pool_that_another_server_looks_after_is_left_alone_and_forgotten() {
        aRunFails();
        jobs.after(ScriptedJobs.PAUSE);
        assertThat(told).hasSize(1);
        settling.look(Set.of());

        assertThat(told).isEmpty();
        assertThat(blocks()).containsExactly("1");
    }

    private void aRunFails() {
        settling.look(Set.of(POOL));
        jobs.newestIs(BatchStatus.FAILED);
        settling.look(Set.of(POOL));
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
}
