package org.motherlode.ejb.retention;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;

/** Drops days of shares, the oldest first, one by one, each in a transaction of its own. What may go, the database decides. */
final class OldShares {
    private static final Logger LOG = Logger.getLogger(OldShares.class);
    private static final int MOST_DAYS_A_ROUND = 100;

    private final Database database;
    private final OpenPools pools;
    private final Retention retention;
    private final AtomicLong dropped = new AtomicLong();
    private volatile Optional<LocalDate> oldest = Optional.empty();
    private volatile String keptFor = "";

    OldShares(Database database, OpenPools pools, Retention retention) {
        this.database = database;
        this.pools = pools;
        this.retention = retention;
    }

    private record Drop(Optional<LocalDate> dropped, Optional<LocalDate> oldest, String why) {
        static Drop read(ResultSet row) throws SQLException {
            return new Drop(date(row, "dropped"), date(row, "oldest"), row.getString("why"));
        }

        private static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
            return Optional.ofNullable(row.getObject(column, LocalDate.class));
        }
    }

    /** A round. Without the difficulty of every open pool's network nothing is dropped in it. */
    void letGo() {
        if (retention.isForEver()) {
            return;
        }
        try {
            Map<String, BigInteger> difficulties = difficulties();
            for (int day = 0; day < MOST_DAYS_A_ROUND && dropOne(difficulties); day++) {
                dropped.incrementAndGet();
            }
        } catch (NodeUnavailableException e) {
            LOG.debugf("no old shares are dropped now: %s", e.getMessage());
        } catch (DatabaseException e) {
            LOG.warnf("old shares could not be dropped, the next round tries again: %s", e.getMessage());
        }
    }

    private Map<String, BigInteger> difficulties() throws NodeUnavailableException {
        Map<String, BigInteger> difficulties = new TreeMap<>();
        for (OpenPool pool : pools.all()) {
            difficulties.put(
                    pool.name().text(),
                    pool.chain().source().tip().nextDifficulty().value());
        }
        return difficulties;
    }

    private boolean dropOne(Map<String, BigInteger> difficulties) {
        Drop drop = database.first(
                        "SELECT * FROM share_day_drop(?, ?, ?, ?::numeric[])",
                        Drop::read,
                        retention.days(),
                        retention.windows(),
                        difficulties.keySet().toArray(String[]::new),
                        difficulties.values().stream().map(BigInteger::toString).toArray(String[]::new))
                .orElseThrow();
        oldest = drop.oldest();
        tell(drop);
        return drop.dropped().isPresent();
    }

    private void tell(Drop drop) {
        drop.dropped().ifPresent(day -> LOG.infof("the shares of %s were dropped", day));
        if (!drop.why().equals(keptFor) && !drop.why().isEmpty()) {
            LOG.infof("shares from %s on are kept: %s", drop.oldest().orElseThrow(), drop.why());
        }
        keptFor = drop.why();
    }

    /** Days that were dropped since the start. */
    long dropped() {
        return dropped.get();
    }

    /** Since which day shares are kept, as of the last round; 0 if it is not known. */
    long days(LocalDate today) {
        return oldest.map(day -> today.toEpochDay() - day.toEpochDay() + 1).orElse(0L);
    }

    /** What the oldest day is needed by though it is old enough to go; empty if it is not. */
    String keptFor() {
        return keptFor;
    }
}
