package org.motherlode.ejb.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.view.DayView;

/** A miner's shares by day: they reach back to its first one, however long single shares are kept. */
final class DayRows {
    private final Reads reads;

    DayRows(Reads reads) {
        this.reads = reads;
    }

    /** Of all workers and days. */
    ShareTotals totals(MinerKey miner) {
        return reads.one(
                "SELECT coalesce(sum(shares), 0) AS shares, min(day) AS first, max(last_at) AS last FROM share_day"
                        + " WHERE pool = ? AND miner = ?",
                row -> new ShareTotals(
                        row.getLong("shares"),
                        Optional.ofNullable(row.getObject("first", LocalDate.class)),
                        Columns.maybeTime(row, "last")),
                miner.pool().text(),
                miner.address());
    }

    /** The latest first. */
    List<WorkerShares> workers(MinerKey miner, int most) {
        return reads.list(
                "SELECT worker, sum(shares) AS shares, max(last_at) AS last FROM share_day"
                        + " WHERE pool = ? AND miner = ? GROUP BY worker ORDER BY last DESC, worker LIMIT ?",
                row -> new WorkerShares(row.getString("worker"), row.getLong("shares"), Values.instant(row, "last")),
                miner.pool().text(),
                miner.address(),
                most);
    }

    /** Days with a share, accepted or refused, the latest first. */
    List<DayView> days(MinerKey miner, LocalDate from, int most) {
        return reads.list(
                "SELECT day, coalesce(sum(shares), 0) AS shares, sum(work) AS work, coalesce(sum(refused), 0) AS refused"
                        + " FROM (SELECT day, shares, work, 0 AS refused FROM share_day"
                        + " WHERE pool = ? AND miner = ? AND day >= ? UNION ALL SELECT day, 0, 0, shares"
                        + " FROM share_refused WHERE pool = ? AND miner = ? AND day >= ?) d"
                        + " GROUP BY day ORDER BY day DESC LIMIT ?",
                row -> new DayView(
                        row.getObject("day", LocalDate.class),
                        row.getLong("shares"),
                        row.getLong("refused"),
                        Columns.sum(row, "work")),
                miner.pool().text(),
                miner.address(),
                from,
                miner.pool().text(),
                miner.address(),
                from,
                most);
    }
}
