package org.motherlode.batch.timer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.motherlode.model.settlement.Setback;
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
    private final Map<SettlementTask, Waiting> waiting = new HashMap<>();

    private record Waiting(Setback setback, Instant again) {}

    Setbacks(Duration first, Duration longest, InstantSource clock) {
        this.first = first;
        this.longest = longest;
        this.clock = clock;
    }

    /** @param words why */
    void failed(SettlementTask task, String words) {
        Instant now = clock.instant();
        Optional<Setback> before = Optional.ofNullable(waiting.get(task)).map(Waiting::setback);
        int times = 1 + before.map(Setback::times).orElse(0);
        Duration grown = first.multipliedBy(1L << Math.min(times - 1, MOST_DOUBLINGS));
        Instant again = now.plus(grown.compareTo(longest) > 0 ? longest : grown);
        Instant since = before.map(Setback::since).orElse(now);
        waiting.put(task, new Waiting(new Setback(task, times, since, words), again));
        LOG.warnf(
                "%s: %s of block %d failed %d times in a row, it is tried again after %s: %s",
                task.pool(), task.stage(), task.block(), times, again, words);
    }

    void succeeded(SettlementTask task) {
        waiting.remove(task);
    }

    boolean mayRun(SettlementTask task) {
        Waiting its = waiting.get(task);
        return its == null || !clock.instant().isBefore(its.again());
    }

    /** In the order of the blocks. */
    List<Setback> all() {
        return waiting.values().stream()
                .map(Waiting::setback)
                .sorted(Comparator.comparingLong(setback -> setback.task().block()))
                .toList();
    }

    /** Forgets what is not due any more. */
    void keepOnly(Collection<SettlementTask> due) {
        waiting.keySet().retainAll(new HashSet<>(due));
    }
}
