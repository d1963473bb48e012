package org.motherlode.ejb.books;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.motherlode.ejb.database.Database;
import org.motherlode.model.books.Invariant;
import org.motherlode.model.health.Condition;
import org.motherlode.model.pool.PoolName;

/**
 * Remembers what was known of each pool's books at the last look. What is broken stands in the condition {@code <pool>.books},
 * which stops payouts; here is how old that knowledge is.
 */
@ApplicationScoped
public class BooksAlarms {
    /** So many intervals may pass until something is not known for too long. */
    static final int PATIENCE = 3;

    private final InstantSource clock;
    private final Instant start;
    private volatile Map<PoolName, List<ResultRows.Result>> known = Map.of();
    private volatile Duration interval = Duration.ZERO;

    public BooksAlarms() {
        this(InstantSource.system());
    }

    BooksAlarms(InstantSource clock) {
        this.clock = clock;
        this.start = clock.instant();
    }

    void look(Database database, List<PoolName> pools, Duration every) {
        Map<PoolName, List<ResultRows.Result>> now = new TreeMap<>();
        pools.forEach(pool -> now.put(pool, new ResultRows(database, pool).all()));
        interval = every;
        known = now;
    }

    /** A condition of each pool. */
    public List<Condition> now() {
        return known.entrySet().stream()
                .map(entry -> condition(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Condition condition(PoolName pool, List<ResultRows.Result> results) {
        Instant earliest = clock.instant().minus(interval.multipliedBy(PATIENCE));
        List<String> old = results.stream()
                .filter(ResultRows.Result::isTold)
                .filter(result -> result.known().isBefore(earliest))
                .map(BooksAlarms::old)
                .toList();
        boolean never = results.isEmpty() && start.isBefore(earliest);
        String words = never ? "the books were never checked by the job check-books" : words(results, old);
        return new Condition(pool + ".books-check", old.isEmpty() && !never, false, words);
    }

    private static String words(List<ResultRows.Result> results, List<String> old) {
        if (!old.isEmpty()) {
            return "not known for too long: " + String.join("; ", old);
        }
        List<String> unknown = results.stream()
                .filter(result -> !result.unknown().isEmpty())
                .map(BooksAlarms::old)
                .toList();
        return unknown.isEmpty()
                ? "the last check could tell all that this pool's chain can"
                : "the last check could not tell: " + String.join("; ", unknown);
    }

    private static String old(ResultRows.Result result) {
        String since = result.checked().map(at -> "known last at " + at).orElse("never known");
        return result.invariant() + " is " + since + (result.unknown().isEmpty() ? "" : ": " + result.unknown());
    }

    long broken(PoolName pool, Invariant invariant) {
        return of(pool, invariant).stream()
                .filter(result -> !result.broken().isEmpty())
                .count();
    }

    /** Seconds since it was last known; since the server's start if it never was; 0 of what this chain cannot tell. */
    long age(PoolName pool, Invariant invariant) {
        List<ResultRows.Result> results = of(pool, invariant);
        if (results.stream().anyMatch(result -> !result.isTold())) {
            return 0;
        }
        Instant last =
                results.stream().map(ResultRows.Result::known).findFirst().orElse(start);
        return Duration.between(last, clock.instant()).toSeconds();
    }

    private List<ResultRows.Result> of(PoolName pool, Invariant invariant) {
        return known.getOrDefault(pool, List.of()).stream()
                .filter(result -> result.invariant().equals(invariant.code()))
                .toList();
    }
}
