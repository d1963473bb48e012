package org.motherlode.ejb.view;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.motherlode.ejb.database.Values;
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

    /** A miner's workers since {@code since}, the latest first; the totals are of all, the list is bounded. */
    List<WorkerWork> workers(MinerKey miner, Instant since, Instant now, int most) {
        return reads.list(
                "SELECT worker, count(*) AS shares, max(accepted_at) AS last,"
                        + " sum(difficulty) FILTER (WHERE accepted_at > ?) AS work,"
                        + " sum(count(*)) OVER () AS all_shares,"
                        + " sum(sum(difficulty) FILTER (WHERE accepted_at > ?)) OVER () AS all_work"
                        + " FROM pool_share WHERE pool = ? AND miner = ? AND accepted_at >= ?"
                        + " GROUP BY worker ORDER BY last DESC, worker LIMIT ?",
                row -> new WorkerWork(
                        row.getString("worker"),
                        perSecond(Columns.sum(row, "work")),
                        row.getLong("shares"),
                        Values.instant(row, "last"),
                        perSecond(Columns.sum(row, "all_work")),
                        row.getLong("all_shares")),
                now.minus(RATE_WINDOW),
                now.minus(RATE_WINDOW),
                miner.pool().text(),
                miner.address(),
                since,
                most);
    }

    Optional<Instant> lastShare(MinerKey miner) {
        return reads
                .list(
                        "SELECT accepted_at FROM pool_share WHERE pool = ? AND miner = ?"
                                + " ORDER BY accepted_at DESC LIMIT 1",
                        row -> Values.instant(row, "accepted_at"),
                        miner.pool().text(),
                        miner.address())
                .stream()
                .findFirst();
    }

    private static BigInteger perSecond(BigInteger work) {
        return work.divide(BigInteger.valueOf(RATE_WINDOW.toSeconds()));
    }
}
