package org.motherlode.batch.timer;

import jakarta.batch.runtime.BatchStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.motherlode.model.books.BookChecks;
import org.motherlode.model.pool.PoolName;

/** Looks for pools whose books are to be checked: as soon as this server looks for a pool's work, and again and again then. */
final class DueChecks implements Look {
    private final BookChecks checks;
    private final Runs runs;
    private final InstantSource clock;
    private final Map<PoolName, Begun> begun = new HashMap<>();
    private final Apart apart = new Apart("check-books");

    private record Begun(Instant at, long execution) {}

    DueChecks(BookChecks checks, Runs runs, InstantSource clock) {
        this.checks = checks;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public Set<PoolName> look(Set<PoolName> pools) {
        begun.keySet().retainAll(pools);
        return apart.look(pools, this::lookAt);
    }

    private void lookAt(PoolName pool) {
        runs.restartDead(pool)
                .ifPresent(restart -> begun.computeIfPresent(
                        pool,
                        (name, last) -> last.execution() == restart.before()
                                ? new Begun(last.at(), restart.execution())
                                : last));
        Begun last = begun.get(pool);
        if (last == null || !clock.instant().isBefore(last.at().plus(pause(pool, last)))) {
            Properties parameters = new Properties();
            parameters.setProperty("pool", pool.text());
            runs.start(pool, parameters).ifPresent(run -> begun.put(pool, new Begun(clock.instant(), run)));
        }
    }

    private Duration pause(PoolName pool, Begun last) {
        BatchStatus status = runs.status(last.execution());
        return status == BatchStatus.FAILED || status == BatchStatus.STOPPED ? checks.retry() : checks.next(pool);
    }
}
