package org.motherlode.batch.timer;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.JobRestartException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.LongStream;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.Locks;

/** A batch runtime whose runs end as a test says, a clock that a test moves, and locks that are free unless it says so. */
final class ScriptedJobs {
    static final Duration PAUSE = Duration.ofSeconds(30);
    static final Duration STUCK = Duration.ofSeconds(60);

    /** What each run says as it ends. */
    static final String EXIT_STATUS = "the reason";

    /** What each run was started with; a run's number is its place. */
    final List<Properties> started = new ArrayList<>();

    private final List<BatchStatus> statuses = new ArrayList<>();
    private final List<Instant> ends = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private boolean locked;
    private boolean purged;
    private boolean mayBeRestarted = true;

    Runs runs() {
        return new Runs(operator(), this::lock, new Runs.Job("a-job", "lock/", PAUSE, STUCK), () -> now);
    }

    Setbacks setbacks(Duration longest) {
        return new Setbacks(PAUSE, longest, () -> now);
    }

    Instant now() {
        return now;
    }

    void after(Duration time) {
        now = now.plus(time);
    }

    void lockIsHeld(boolean held) {
        locked = held;
    }

    /** The newest run is there now. */
    void newestIs(BatchStatus status) {
        statuses.set(statuses.size() - 1, status);
        ends.set(ends.size() - 1, now);
    }

    void refuseRestarts() {
        mayBeRestarted = false;
    }

    /** The repository knows no run any more that was started so far. */
    void areForgotten() {
        purged = true;
    }

    private Optional<Locks.Held> lock(String name) {
        return locked ? Optional.empty() : Optional.of(new Free(new Fence(name, 1), true));
    }

    private JobOperator operator() {
        return standIn(JobOperator.class, (method, values) -> switch (method) {
            case "start" -> start((Properties) values[1]);
            case "getJobExecution" -> execution(((Long) values[0]).intValue());
            case "getRunningExecutions" -> running();
            case "getParameters" -> started.get(((Long) values[0]).intValue());
            case "restart" -> restart(((Long) values[0]).intValue(), (Properties) values[1]);
            default -> throw new AssertionError(method + " was not expected");
        });
    }

    private long start(Properties parameters) {
        purged = false;
        started.add(parameters);
        statuses.add(BatchStatus.STARTED);
        ends.add(now);
        return started.size() - 1L;
    }

    private List<Long> running() {
        return LongStream.range(0, started.size())
                .filter(run -> statuses.get((int) run) == BatchStatus.STARTED
                        || statuses.get((int) run) == BatchStatus.STARTING)
                .boxed()
                .toList();
    }

    /** As JBeret does with runs of its own process. */
    private long restart(int number, Properties how) {
        if (!how.getProperty("jberet.restart.mode", "").equals("force") || !mayBeRestarted) {
            throw new JobRestartException("run " + number + " is alive");
        }
        statuses.set(number, BatchStatus.FAILED);
        return start(started.get(number));
    }

    private JobExecution execution(int number) {
        if (purged) {
            throw new NoSuchJobExecutionException("no run " + number);
        }
        return standIn(JobExecution.class, (method, values) -> switch (method) {
            case "getBatchStatus" -> statuses.get(number);
            case "getExitStatus" -> EXIT_STATUS;
            case "getEndTime" -> Date.from(ends.get(number));
            default -> throw new AssertionError(method + " was not expected");
        });
    }

    private static <T> T standIn(Class<T> port, Answer answer) {
        return port.cast(Proxy.newProxyInstance(
                ScriptedJobs.class.getClassLoader(),
                new Class<?>[] {port},
                (self, method, values) -> answer.to(method.getName(), values == null ? new Object[0] : values)));
    }

    private interface Answer {
        Object to(String method, Object[] values);
    }

    private record Free(Fence fence, boolean isAlive) implements Locks.Held {
        @Override
        public void close() {}
    }
}
