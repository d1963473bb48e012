package org.motherlode.batch.timer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.batch.runtime.BatchStatus;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.model.pool.PoolName;

/** When a pool's next run may start. Each test begins with one that was started. */
class RunsTest {
    private static final PoolName POOL = new PoolName("one");

    private final ScriptedJobs jobs = new ScriptedJobs();
    private final Runs runs = jobs.runs();

    @BeforeEach
    void start() {
        assertThat(next()).isTrue();
    }

    @Test
    void one_run_of_a_pool_is_under_way_at_a_time() {
        assertThat(next()).isFalse();
        jobs.newestIs(BatchStatus.COMPLETED);
        assertThat(next()).isTrue();
    }

    @Test
    void after_a_run_that_failed_there_is_a_pause() {
        jobs.newestIs(BatchStatus.FAILED);
        assertThat(next()).isFalse();
        jobs.after(ScriptedJobs.PAUSE);
        assertThat(next()).isTrue();
    }

    @Test
    void a_run_that_stays_started_without_its_lock_is_given_up() {
        jobs.after(ScriptedJobs.STUCK);
        assertThat(next()).as("its end may just be written").isFalse();
        jobs.after(ScriptedJobs.STUCK.minusSeconds(1));
        assertThat(next()).isFalse();
        jobs.after(Duration.ofSeconds(1));
        assertThat(next()).isTrue();
        assertThat(next()).as("the new one counts").isFalse();
    }

    @Test
    void a_long_run_that_has_given_its_lock_back_may_write_its_end() {
        jobs.lockIsHeld(true);
        jobs.after(ScriptedJobs.STUCK.multipliedBy(2));
        assertThat(runs.restartDead(POOL)).isEmpty();
        jobs.lockIsHeld(false);

        assertThat(runs.restartDead(POOL)).isEmpty();
        assertThat(next()).isFalse();
        jobs.newestIs(BatchStatus.COMPLETED);
        assertThat(next()).isTrue();
    }

    @Test
    void a_run_that_is_seen_with_its_lock_again_gets_all_its_time_again() {
        jobs.after(ScriptedJobs.STUCK);
        assertThat(next()).isFalse();
        jobs.lockIsHeld(true);
        assertThat(next()).isFalse();
        jobs.lockIsHeld(false);
        jobs.after(ScriptedJobs.STUCK);
        assertThat(next()).isFalse();
        jobs.after(ScriptedJobs.STUCK);
        assertThat(next()).isTrue();
    }

    @Test
    void a_run_that_is_stopping_and_never_ends_is_given_up_too() {
        jobs.newestIs(BatchStatus.STOPPING);
        afterAllPatience();
        assertThat(next()).isTrue();
    }

    @Test
    void a_run_that_was_given_up_is_restarted_once_before_anything_new_is_started() {
        afterAllPatience();
        assertThat(runs.restartDead(POOL)).contains(new Runs.Restart(0, 1));
        assertThat(next()).isFalse();
        jobs.newestIs(BatchStatus.COMPLETED);
        assertThat(runs.restartDead(POOL)).isEmpty();
        assertThat(next()).isTrue();
    }

    @Test
    void a_run_that_was_given_up_and_cannot_be_restarted_keeps_no_other_back() {
        jobs.refuseRestarts();
        afterAllPatience();
        assertThat(runs.restartDead(POOL)).isEmpty();
        assertThat(next()).isTrue();
    }

    @Test
    void a_run_of_this_process_that_is_not_given_up_is_not_restarted() {
        jobs.after(ScriptedJobs.STUCK.minusSeconds(1));
        assertThat(runs.restartDead(POOL)).isEmpty();
    }

    @Test
    void a_run_that_holds_its_lock_is_never_given_up() {
        jobs.lockIsHeld(true);
        jobs.after(Duration.ofDays(1));
        assertThat(next()).isFalse();
    }

    @Test
    void a_run_that_waits_for_a_thread_gets_more_time() {
        jobs.newestIs(BatchStatus.STARTING);
        jobs.after(ScriptedJobs.STUCK.multipliedBy(9));
        assertThat(next()).isFalse();
        afterAllPatience();
        assertThat(next()).isTrue();
    }

    @Test
    void a_run_that_was_purged_keeps_no_other_back() {
        jobs.newestIs(BatchStatus.COMPLETED);
        jobs.areForgotten();
        assertThat(next()).isTrue();
    }

    private void afterAllPatience() {
        jobs.after(ScriptedJobs.STUCK);
        assertThat(next()).isFalse();
        jobs.after(ScriptedJobs.STUCK);
    }

    private boolean next() {
        return runs.start(POOL, parameters()).isPresent();
    }

    private static Properties parameters() {
        Properties parameters = new Properties();
        parameters.setProperty("pool", POOL.text());
        return parameters;
    }
}
