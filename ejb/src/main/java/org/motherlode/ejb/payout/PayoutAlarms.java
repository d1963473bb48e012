package org.motherlode.ejb.payout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.health.Condition;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.pool.PoolName;

/** Remembers how each pool's payouts stood at the last look: miners are served whatever it says. */
@ApplicationScoped
public class PayoutAlarms {
    private static final String OPEN = "SELECT number, state, words, changed_at FROM payout_batch"
            + " WHERE pool = ? AND state NOT IN ('CONFIRMED', 'RELEASED')";

    private volatile Map<PoolName, PayoutStanding> standing = Map.of();
    private volatile Duration patience = Duration.ZERO;
    private final InstantSource clock = InstantSource.system();

    void look(Database database, List<PoolName> pools, Duration alarmAfter) {
        Map<PoolName, PayoutStanding> now = new TreeMap<>();
        pools.forEach(pool ->
                now.put(pool, new PayoutStanding(new RefusalRows(database).inARow(pool), open(database, pool))));
        patience = alarmAfter;
        standing = now;
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

    /** A condition of each pool. */
    public List<Condition> now() {
        return standing.entrySet().stream()
                .map(entry -> condition(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Condition condition(PoolName pool, PayoutStanding its) {
        List<String> alarms = its.alarms(patience, clock.instant());
        String words = alarms.isEmpty() ? "nothing keeps the miners' money" : String.join("; ", alarms);
        return new Condition(pool + ".payouts", alarms.isEmpty(), false, words);
    }
}
