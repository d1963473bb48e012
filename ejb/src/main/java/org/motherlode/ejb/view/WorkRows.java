package org.motherlode.ejb.view;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.motherlode.model.pool.PoolName;

/** Work in the share table: sums of difficulty. */
final class WorkRows {
    /** Hash rates are means over this time. */
    static final Duration RATE_WINDOW = Duration.ofMinutes(10);

    private final Reads reads;

    WorkRows(Reads reads) {
        this.reads = reads;
    }

    /** Whole hashes per second of the pool over {@link #RATE_WINDOW}. */
    BigInteger hashrate(PoolName pool, Instant now) {
        return perSecond(between(pool, now.minus(RATE_WINDOW), now));
    }

    /** All difficulty after {@code from} and not after {@code to}. */
    private BigInteger between(PoolName pool, Instant from, Instant to) {
        return reads.one(
                "SELECT sum(difficulty) AS work FROM pool_share WHERE pool = ? AND accepted_at > ? AND accepted_at <= ?",
                row -> Columns.sum(row, "work"),
                pool.text(),
                from,
                to);
    }

    /** All difficulty after {@code from}: by the sums of ten minutes, and share by share where it begins. */
    BigInteger since(PoolName pool, Instant from) {
        return reads.one(
                "SELECT (SELECT coalesce(sum(work), 0) FROM share_slice WHERE pool = ? AND since > share_slice_of(?))"
                        + " + (SELECT coalesce(sum(difficulty), 0) FROM pool_share WHERE pool = ? AND accepted_at > ?"
                        + " AND accepted_at < share_slice_of(?) + interval '10 minutes') AS work",
                row -> Columns.sum(row, "work"),
                pool.text(),
                from,
                pool.text(),
                from,
                from);
    }

    /** Whole hashes per second of each worker that had a share within {@link #RATE_WINDOW}. */
    Map<String, BigInteger> hashrates(MinerKey miner, Instant now) {
        return reads
                .list(
                        "SELECT worker, sum(difficulty) AS work FROM pool_share WHERE pool = ? AND miner = ?"
                                + " AND accepted_at > ? AND accepted_at <= ? GROUP BY worker",
                        row -> Map.entry(row.getString("worker"), perSecond(Columns.sum(row, "work"))),
                        miner.pool().text(),
                        miner.address(),
                        now.minus(RATE_WINDOW),
                        now)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whole hashes per second of a miner over {@link #RATE_WINDOW}. */
    BigInteger hashrate(MinerKey miner, Instant now) {
        return reads.one(
                "SELECT sum(difficulty) AS work FROM pool_share WHERE pool = ? AND miner = ?"
                        + " AND accepted_at > ? AND accepted_at <= ?",
                row -> perSecond(Columns.sum(row, "work")),
                miner.pool().text(),
                miner.address(),
                now.minus(RATE_WINDOW),
                now);
    }

    private static BigInteger perSecond(BigInteger work) {
        return work.divide(BigInteger.valueOf(RATE_WINDOW.toSeconds()));
    }
}
