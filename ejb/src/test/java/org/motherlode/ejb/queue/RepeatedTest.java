package org.motherlode.ejb.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatedTest {
    /** Never runs anything by itself; the test is its clock. */
    private static final class Line extends ScheduledThreadPoolExecutor {
        private final List<Runnable> lined = new ArrayList<>();
        private Duration delay = Duration.ZERO;

        Line() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, long first, long pause, TimeUnit unit) {
            lined.add(work);
            delay = Duration.of(pause, unit.toChronoUnit());
            return super.schedule(() -> {}, Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        }

        void turns(int count) {
            for (int turn = 0; turn < count; turn++) lined.forEach(Runnable::run);
        }
    }

    private final Line line = new Line();
    private final List<String> done = new ArrayList<>();
    private final List<Repeated> begun = new ArrayList<>();

    @AfterEach
    void end() {
        begun.forEach(Repeated::end);
        line.shutdownNow();
    }

    @Test
    void frequent_work_is_done_at_each_turn() {
        every(Duration.ofSeconds(2), () -> done.add("often"));
        line.turns(3);

        assertThat(line.delay).isEqualTo(Duration.ofSeconds(2));
        assertThat(done).hasSize(3);
    }

    @Test
    void rare_work_never_waits_long_in_the_servers_line() {
        every(Duration.ofHours(1), () -> done.add("hourly"));

        assertThat(line.delay).isEqualTo(Repeated.LONGEST_TURN);
        line.turns(359);
        assertThat(done).isEmpty();
        line.turns(1);
        assertThat(done).hasSize(1);
        line.turns(360);
        assertThat(done).hasSize(2);
    }

    @Test
    void a_bug_in_one_run_does_not_end_the_next() {
        every(Duration.ofSeconds(1), () -> {
            done.add("run");
            throw new IllegalStateException("a bug");
        });
        line.turns(2);

        assertThat(done).hasSize(2);
    }

    private void every(Duration pause, Runnable work) {
        begun.add(Repeated.every(pause, "tried work", work, line));
    }
}
