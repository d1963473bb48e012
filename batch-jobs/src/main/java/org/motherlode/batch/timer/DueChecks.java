package org.motherlode.batch.timer;

import jakarta.batch.runtime.BatchStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.motherlode.model.books.BookChecks;
import org.motherlode.model.books.CheckScope;
import org.motherlode.model.pool.PoolName;

/**
 * Looks for pools whose books are to be checked: as soon as this server looks for a pool's work, and again and again then; in
 * between only what is broken or could not be told.
 */
final class DueChecks implements Look {
    private final BookChecks checks;
    private final Runs runs;
    private final InstantSource clock;
    private final Map<PoolName, Begun> begun = new HashMap<>();
    private final Apart apart = new Apart("check-books");

    /** @param whole when a check of everything was last begun */
    private record Begun(Instant at, long execution, CheckScope scope, Instant whole) {
        Begun inRestart(long next) {
            return new Begun(at, next, scope, whole);
        }
    }

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
                        (name, last) ->
                                last.execution() == restart.before() ? last.inRestart(restart.execution()) : last));
        due(pool).ifPresent(scope -> start(pool, scope));
    }

    private Optional<CheckScope> due(PoolName pool) {
        Begun last = begun.get(pool);
        if (last == null || isOver(last.whole(), checks.interval())) {
            return Optional.of(CheckScope.ALL);
        }
        if (!isOver(last.at(), checks.retry())) {
            return Optional.empty();
        }
        BatchStatus status = runs.status(last.execution());
        if (status == BatchStatus.FAILED || status == BatchStatus.STOPPED) {
            return Optional.of(last.scope());
        }
        return checks.isOpen(pool) ? Optional.of(CheckScope.OPEN) : Optional.empty();
    }

    private boolean isOver(Instant from, Duration pause) {
        return !clock.instant().isBefore(from.plus(pause));
    }

    private void start(PoolName pool, CheckScope scope) {
        Properties parameters = new Properties();
        parameters.setProperty("pool", pool.text());
        parameters.setProperty("rules", scope.name().toLowerCase(Locale.ROOT));
        Instant now = clock.instant();
        runs.start(pool, parameters)
                .ifPresent(run -> begun.compute(
                        pool,
                        (name, last) -> new Begun(
                                now, run, scope, last == null || scope == CheckScope.ALL ? now : last.whole())));
    }
}
