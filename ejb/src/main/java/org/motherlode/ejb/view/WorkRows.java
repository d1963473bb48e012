package org.motherlode.ejb.view;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
    BigInteger between(PoolName pool, Instant from, Instant to) {
        return reads.one(
                "SELECT sum(difficulty) AS work FROM pool_share WHERE pool = ? AND accepted_at > ? AND accepted_at <= ?",
                row -> Columns.sum(row, "work"),
                pool.text(),
                from,
                to);
    }

    /** Before this time nothing can come any more: every such share is in the table. Empty if a node has sent nothing yet. */
    Optional<Instant> completeUntil() {
        return reads.one(
                "SELECT CASE WHEN bool_and(p.until IS NOT NULL) THEN min(p.until) END AS until FROM pool_node n"
                        + " LEFT JOIN LATERAL (SELECT complete_until AS until FROM share_progress p"
                        + " WHERE p.node = n.node ORDER BY p.epoch DESC LIMIT 1) p ON true WHERE NOT n.retired",
                row -> Columns.maybeTime(row, "until"));
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
