package org.motherlode.batch.timer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.batch.runtime.BatchStatus;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.motherlode.model.books.BookChecks;
import org.motherlode.model.books.CheckScope;
import org.motherlode.model.books.Invariant;
import org.motherlode.model.books.Verdict;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.pool.PoolName;

/** When a pool's books are checked. */
class DueChecksTest {
    private static final PoolName POOL = new PoolName("one");
    private static final Duration DAY = Duration.ofDays(1);

    private final ScriptedJobs jobs = new ScriptedJobs();
    private boolean open;
    private final DueChecks due = new DueChecks(new Checks(), jobs.runs(), jobs::now);

    @Test
    void a_pool_is_checked_as_soon_as_this_server_looks_for_its_work_and_once_a_day_then() {
        look(POOL);
        look(POOL);
        assertThat(jobs.started).hasSize(1);
        assertThat(jobs.started.get(0).getProperty("pool")).isEqualTo("one");
        jobs.after(DAY.minusSeconds(1));
        look(POOL);
        assertThat(jobs.started).hasSize(1);
        jobs.after(Duration.ofSeconds(1));
        look(POOL);

        assertThat(jobs.started).hasSize(2);
    }

    @Test
    void what_is_broken_or_unknown_is_asked_again_sooner() {
        look(POOL);
        open = true;
        jobs.after(Duration.ofMinutes(10));
        look(POOL);

        assertThat(rules()).containsExactly("all", "open");
    }

    @Test
    void everything_is_checked_once_a_day_however_long_something_is_broken() {
        look(POOL);
        open = true;
        for (int tenMinutes = 0; tenMinutes < 144; tenMinutes++) {
            jobs.after(Duration.ofMinutes(10));
            look(POOL);
        }

        assertThat(rules().stream().filter("all"::equals)).hasSize(2);
        assertThat(rules()).hasSize(145).endsWith("all");
    }

    @Test
    void a_check_that_failed_is_made_again_sooner() {
        look(POOL);
        jobs.newestIs(BatchStatus.FAILED);
        jobs.after(Duration.ofMinutes(10));
        look(POOL);

        assertThat(rules()).containsExactly("all", "all");
    }

    @Test
    void a_pool_that_this_server_looks_after_again_is_checked_again() {
        look(POOL);
        look();
        look(POOL);

        assertThat(jobs.started).hasSize(2);
    }

    @Test
    void a_check_that_is_under_way_is_not_started_twice() {
        jobs.lockIsHeld(true);
        look(POOL);
        assertThat(jobs.started).isEmpty();
        jobs.lockIsHeld(false);
        look(POOL);

        assertThat(jobs.started).hasSize(1);
    }

    private List<String> rules() {
        return jobs.started.stream().map(its -> its.getProperty("rules")).toList();
    }

    private void look(PoolName... pools) {
        assertThat(due.look(Set.of(pools))).isEmpty();
        if (!jobs.started.isEmpty()) {
            jobs.newestIs(BatchStatus.COMPLETED);
        }
    }

    private final class Checks implements BookChecks {
        @Override
        public boolean isOpen(PoolName pool) {
            return open;
        }

        @Override
        public Duration interval() {
            return DAY;
        }

        @Override
        public Duration retry() {
            return Duration.ofMinutes(10);
        }

        @Override
        public void begin(Fence fence, PoolName pool, long run, CheckScope scope) {
            throw new IllegalStateException("not for this test");
        }

        @Override
        public boolean advance(Fence fence, PoolName pool, Invariant invariant) {
            throw new IllegalStateException("not for this test");
        }

        @Override
        public List<Verdict> askWallet(PoolName pool) {
            throw new IllegalStateException("not for this test");
        }

        @Override
        public void keep(Fence fence, PoolName pool, List<Verdict> verdicts) {
            throw new IllegalStateException("not for this test");
        }

        @Override
        public String words(PoolName pool) {
            throw new IllegalStateException("not for this test");
        }
    }
}
