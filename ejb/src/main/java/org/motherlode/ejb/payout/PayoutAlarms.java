package org.motherlode.ejb.payout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.health.Condition;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.pool.PoolName;

/** Remembers how each pool's payouts stood at the last look: miners are served whatever it says. */
@ApplicationScoped
public class PayoutAlarms {
    private static final String OPEN = "SELECT number, state, words, changed_at FROM payout_batch WHERE pool = ? AND "
            + BatchRows.IS_OPEN + " AND (begun_at IS NOT NULL OR state <> 'RESERVED') ORDER BY number";
    private static final String WRONG = "SELECT w.words FROM books_wrong(?) w (words) WHERE w.words <> ''";
    /** A broken setting closes a pool and ends none of its payouts. */
    private static final String TROUBLED = "SELECT pool FROM payout_batch WHERE " + BatchRows.IS_OPEN
            + " UNION SELECT pool FROM ledger_check WHERE words <> ''"
            + " UNION SELECT pool FROM books_result WHERE broken <> ''";

    private volatile Map<PoolName, PayoutStanding> standing = Map.of();
    private volatile Map<PoolName, List<String>> gone = Map.of();
    private volatile Duration patience = Duration.ZERO;
    private final InstantSource clock = InstantSource.system();

    /** At the pools that are open, and at closed ones whose payouts want something. */
    void look(Database database, List<PoolName> open, Duration alarmAfter) {
        Set<PoolName> pools = new TreeSet<>(open);
        pools.addAll(database.list(TROUBLED, row -> new PoolName(row.getString("pool"))));
        Map<PoolName, PayoutStanding> now = new TreeMap<>();
        pools.forEach(pool -> now.put(
                pool,
                new PayoutStanding(
                        new RefusalRows(database).inARow(pool),
                        open(database, pool),
                        new BoundRows(database, pool).waiting(),
                        new BoundRows(database, pool).usedUpUntil(),
                        database.first(WRONG, row -> row.getString("words"), pool.text()))));
        patience = alarmAfter;
        standing = now;
    }

    /** What was confirmed and is not in the chain any more. */
    void gone(Map<PoolName, List<String>> payments) {
        gone = Map.copyOf(payments);
    }

    /** Those that the last look was at. */
    Set<PoolName> pools() {
        return Set.copyOf(standing.keySet());
    }

    private static Optional<PayoutStanding.Open> open(Database database, PoolName pool) {
        return database.first(
                OPEN,
                row -> new PayoutStanding.Open(
                        row.getLong("number"),
                        PayoutState.valueOf(row.getString("state")),
                        row.getString("words"),
                        Values.instant(row, "changed_at")),
                pool.text());
    }

    PayoutStanding of(PoolName pool) {
        return standing.getOrDefault(pool, PayoutStanding.CALM);
    }

    long openSeconds(PoolName pool) {
        return of(pool).open()
                .map(open -> open.age(clock.instant()).toSeconds())
                .orElse(0L);
    }

    /** Until the day's bound lets the next payout go; 0 if it does now. */
    long usedUpSeconds(PoolName pool) {
        return of(pool).usedUpUntil()
                .map(until ->
                        Math.max(0L, Duration.between(clock.instant(), until).toSeconds()))
                .orElse(0L);
    }

    /** Two conditions of each pool: its payouts, and its books. */
    public List<Condition> now() {
        return standing.entrySet().stream()
                .flatMap(entry -> Stream.of(
                        condition(entry.getKey(), entry.getValue()),
                        books(entry.getKey(), entry.getValue().wrongBooks())))
                .toList();
    }

    // Not needed to serve miners: it stops the payouts, and mining goes on.
    private static Condition books(PoolName pool, Optional<String> wrong) {
        return new Condition(
                pool + ".books",
                wrong.isEmpty(),
                false,
                wrong.map(words -> "nothing is paid, for the books are wrong: " + words)
                        .orElse("nothing is known to be wrong with the books"));
    }

    private Condition condition(PoolName pool, PayoutStanding its) {
        List<String> alarms = new ArrayList<>(gone.getOrDefault(pool, List.of()));
        alarms.addAll(its.alarms(patience, clock.instant()));
        String words = alarms.isEmpty() ? "nothing keeps the miners' money" : String.join("; ", alarms);
        return new Condition(pool + ".payouts", alarms.isEmpty(), false, words);
    }
}
