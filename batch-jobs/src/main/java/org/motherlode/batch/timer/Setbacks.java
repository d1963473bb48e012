package org.motherlode.batch.timer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.jboss.logging.Logger;
import org.motherlode.model.settlement.SettlementTask;

/**
 * Tasks whose last run failed. Each waits for a time that doubles with every failure in a row, up to a bound, and lets the
 * later blocks of its pool go first: blocks are divided each by itself, so their order does not matter.
 */
final class Setbacks {
    private static final Logger LOG = Logger.getLogger(Setbacks.class);
    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final Duration longest;
    private final InstantSource clock;
    private final Map<SettlementTask, Setback> setbacks = new HashMap<>();

    private record Setback(int times, Instant again) {}

    Setbacks(Duration first, Duration longest, InstantSource clock) {
        this.first = first;
        this.longest = longest;
        this.clock = clock;
    }

    void failed(SettlementTask task) {
        Setback before = setbacks.getOrDefault(task, new Setback(0, Instant.EPOCH));
        Duration grown = first.multipliedBy(1L << Math.min(before.times(), MOST_DOUBLINGS));
        Instant again = clock.instant().plus(grown.compareTo(longest) > 0 ? longest : grown);
        setbacks.put(task, new Setback(before.times() + 1, again));
        LOG.warnf(
                "%s: %s of block %d failed %d times in a row, it is tried again after %s",
                task.pool(), task.stage(), task.block(), before.times() + 1, again);
    }

    void succeeded(SettlementTask task) {
        setbacks.remove(task);
    }

    boolean mayRun(SettlementTask task) {
        Setback setback = setbacks.getOrDefault(task, new Setback(0, Instant.EPOCH));
        return !clock.instant().isBefore(setback.again());
    }

    /** Forgets what is not due any more. */
    void keepOnly(Collection<SettlementTask> due) {
        setbacks.keySet().retainAll(new HashSet<>(due));
    }
}
