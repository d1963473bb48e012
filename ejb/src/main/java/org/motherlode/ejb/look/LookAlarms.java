package org.motherlode.ejb.look;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.motherlode.model.health.Condition;
import org.motherlode.model.health.LookWatch;
import org.motherlode.model.pool.PoolName;

/**
 * Remembers when each timer last looked for work, and for which pools it could not. One that missed five looks in a row, and
 * a minute at least, is told too: nothing fails where nobody looks, and miners would go unpaid without a word.
 */
@ApplicationScoped
public class LookAlarms implements LookWatch {
    private static final int MISSED = 5;
    private static final Duration LEAST = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<String, Timer> timers = new ConcurrentSkipListMap<>();

    private record Timer(Duration every, long lastMillis, Set<PoolName> pools, Set<PoolName> failed) {
        Duration patience() {
            Duration missed = every.multipliedBy(MISSED);
            return missed.compareTo(LEAST) > 0 ? missed : LEAST;
        }
    }

    public LookAlarms() {
        this(InstantSource.system());
    }

    LookAlarms(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void expect(String job, Duration every) {
        timers.put(job, new Timer(every, clock.millis(), Set.of(), Set.of()));
    }

    @Override
    public void looked(String job, Set<PoolName> pools, Set<PoolName> failed) {
        timers.computeIfPresent(job, (name, timer) -> new Timer(timer.every(), clock.millis(), pools, failed));
    }

    /** A condition of each timer; none is needed for miners. */
    public List<Condition> now() {
        long now = clock.millis();
        return timers.entrySet().stream()
                .map(entry -> condition(entry.getKey(), entry.getValue(), now))
                .toList();
    }

    private static Condition condition(String job, Timer timer, long now) {
        Duration since = Duration.ofMillis(now - timer.lastMillis());
        boolean looks = since.compareTo(timer.patience()) < 0;
        if (!looks) {
            String words = "this server's timer has not looked for work for " + since.toSeconds()
                    + " s and should every " + timer.every().toSeconds() + " s";
            return new Condition(job + ".timer", false, false, words);
        }
        String words = "this server's timer looks for work of " + names(timer.pools());
        String failed = timer.failed().isEmpty()
                ? ""
                : " and cannot look for that of " + names(timer.failed()) + ", the log says why";
        return new Condition(job + ".timer", failed.isEmpty(), false, words + failed);
    }

    private static String names(Set<PoolName> pools) {
        return pools.isEmpty()
                ? "no pool"
                : pools.stream().map(PoolName::text).sorted().collect(Collectors.joining(", "));
    }
}
