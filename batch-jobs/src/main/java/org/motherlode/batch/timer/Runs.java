package org.motherlode.batch.timer;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import org.jboss.logging.Logger;
import org.motherlode.batch.setting.Seconds;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.pool.PoolName;

/**
 * The runs of one job, one at a time for each pool. A run holds its lock as long as its process lives, so a run that the
 * repository calls started while its lock is free belongs to a dead process. It is restarted rather than abandoned: the
 * repository lets nobody abandon what it believes to be running, and a restart goes on behind the last commit. Should a
 * run be taken for dead that has not yet reached its lock, then the two meet at the lock: one stops as busy, and what it
 * might write would be refused by its fence and by the ledger's ids.
 *
 * <p>A run of this process that ended without a word is given up after a while. The repository takes it for alive, so its
 * restart must be told to be forced.
 */
final class Runs {
    private static final Logger LOG = Logger.getLogger(Runs.class);

    /** JBeret's parameter of a restart, and the value by which it does not ask whether the run is alive. */
    private static final String RESTART_MODE = "jberet.restart.mode";

    private static final String FORCE = "force";

    private final JobOperator operator;
    private final Locks locks;
    private final Job job;
    private final InstantSource clock;
    private final Map<PoolName, Latest> latest = new HashMap<>();
    private final Set<Long> known = new HashSet<>();
    private final Set<Long> givenUp = new HashSet<>();

    Runs(JobOperator operator, Locks locks, Job job, InstantSource clock) {
        this.operator = operator;
        this.locks = locks;
        this.job = job;
        this.clock = clock;
    }

    /**
     * A job and the lock that each of its runs holds.
     *
     * @param lock the lock's name up to the pool
     * @param pause how long no new run is started after one that failed
     * @param stuck for how long the repository must have called a run started before it is asked for its lock, and for
     *     how long it must then have had none before it is given up
     */
    record Job(String name, String lock, Duration pause, Duration stuck) {

        /** By {@code motherlode.jobs.pause-seconds} and {@code motherlode.jobs.stuck-seconds}. */
        static Job asSet(String name, String lock) {
            return new Job(
                    name,
                    lock,
                    Seconds.of("motherlode.jobs.pause-seconds", 30),
                    Seconds.of("motherlode.jobs.stuck-seconds", 60));
        }
    }

    /** @param unlocked when it was first seen without its lock, since it was last seen with it */
    private record Latest(long execution, Instant since, Optional<Instant> unlocked) {
        Latest seen(Optional<Instant> without) {
            return new Latest(execution, since, without);
        }
    }

    /** A run that goes on with what another one began. */
    record Restart(long before, long execution) {}

    /** Starts a run and gives its number, unless one is under way in any process, or the last one failed just now. */
    OptionalLong start(PoolName pool, Properties parameters) {
        if (!isIdle(pool)) {
            return OptionalLong.empty();
        }
        long execution = operator.start(job.name(), parameters);
        remember(pool, execution);
        return OptionalLong.of(execution);
    }

    /** Its status; a run that the repository has forgotten is over. */
    BatchStatus status(long execution) {
        return find(execution).map(JobExecution::getBatchStatus).orElse(BatchStatus.ABANDONED);
    }

    /** What it said as it ended, or what became of it. */
    String words(long execution) {
        return find(execution)
                .map(its ->
                        "run " + execution + " is " + its.getBatchStatus() + ": " + String.valueOf(its.getExitStatus()))
                .orElse("run " + execution + " is not known any more");
    }

    private Optional<JobExecution> find(long execution) {
        try {
            return Optional.of(operator.getJobExecution(execution));
        } catch (NoSuchJobExecutionException e) {
            return Optional.empty();
        }
    }

    /** Restarts a run of this pool whose process died, or that was given up. */
    Optional<Restart> restartDead(PoolName pool) {
        giveUpStuck(pool);
        List<Long> started = started();
        known.retainAll(started);
        givenUp.retainAll(started);
        return started.stream()
                .filter(execution -> !known.contains(execution) && isOf(pool, execution) && isIdle(pool))
                .flatMap(execution -> restart(pool, execution).stream())
                .findFirst();
    }

    // One look is not enough: a run gives its lock back a moment before its end is written.
    private void giveUpStuck(PoolName pool) {
        Latest last = latest.get(pool);
        if (last == null || !isStuck(status(last.execution()), last)) {
            return;
        }
        Instant now = clock.instant();
        Optional<Instant> unlocked = isFree(pool) ? last.unlocked().or(() -> Optional.of(now)) : Optional.empty();
        if (unlocked.filter(since -> !now.isBefore(since.plus(job.stuck()))).isPresent()) {
            forget(pool, last);
        } else {
            latest.put(pool, last.seen(unlocked));
        }
    }

    private Optional<Restart> restart(PoolName pool, long execution) {
        known.add(execution);
        Properties how = new Properties();
        if (givenUp.contains(execution)) {
            how.setProperty(RESTART_MODE, FORCE);
        }
        try {
            long next = operator.restart(execution, how);
            LOG.infof("%s: run %d was cut off, run %d takes it up", job.name(), execution, next);
            remember(pool, next);
            return Optional.of(new Restart(execution, next));
        } catch (BatchRuntimeException e) {
            LOG.warnf("%s: run %d is not restarted: %s", job.name(), execution, e.getMessage());
            return Optional.empty();
        }
    }

    private List<Long> started() {
        try {
            return operator.getRunningExecutions(job.name());
        } catch (NoSuchJobException e) {
            return List.of(); // it never ran
        }
    }

    // A run without a pool was for all of them.
    private boolean isOf(PoolName pool, long execution) {
        Properties parameters = operator.getParameters(execution);
        String its = parameters == null ? "" : parameters.getProperty("pool", "");
        return its.isEmpty() || its.equals(pool.text());
    }

    private boolean isIdle(PoolName pool) {
        giveUpStuck(pool);
        Latest last = latest.get(pool);
        if (last != null) {
            Optional<JobExecution> execution = find(last.execution());
            if (execution.isPresent() && !isOver(execution.get())) {
                return false;
            }
        }
        return isFree(pool);
    }

    private boolean isFree(PoolName pool) {
        return locks.tryLock(job.lock() + pool)
                .map(held -> {
                    held.close();
                    return true;
                })
                .orElse(false);
    }

    // A run whose first update of the repository fails ends without a word, and stays started for ever. One that only
    // starts may stand in line for a thread, so it gets more time.
    private boolean isStuck(BatchStatus status, Latest last) {
        Duration patience = status == BatchStatus.STARTING ? job.stuck().multipliedBy(10) : job.stuck();
        return isUnderWay(status) && !clock.instant().isBefore(last.since().plus(patience));
    }

    private void forget(PoolName pool, Latest last) {
        LOG.warnf(
                "%s: run %d of %s holds no lock and does not end, it is given up", job.name(), last.execution(), pool);
        latest.remove(pool);
        known.remove(last.execution());
        givenUp.add(last.execution());
    }

    private boolean isOver(JobExecution execution) {
        BatchStatus status = execution.getBatchStatus();
        if (status == BatchStatus.FAILED && execution.getEndTime() != null) {
            Instant again = execution.getEndTime().toInstant().plus(job.pause());
            return !clock.instant().isBefore(again);
        }
        return !isUnderWay(status);
    }

    static boolean isUnderWay(BatchStatus status) {
        return status == BatchStatus.STARTING || status == BatchStatus.STARTED || status == BatchStatus.STOPPING;
    }

    private void remember(PoolName pool, long execution) {
        latest.put(pool, new Latest(execution, clock.instant(), Optional.empty()));
        known.add(execution);
    }
}
