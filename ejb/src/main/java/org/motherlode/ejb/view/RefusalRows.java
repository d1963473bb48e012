package org.motherlode.ejb.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.motherlode.model.share.ShareRefusal;

/** Refused shares of a miner, of all days. */
final class RefusalRows {
    private static final int MOST_ROWS = 2000;

    private final Reads reads;

    RefusalRows(Reads reads) {
        this.reads = reads;
    }

    /** By reason, of all workers. */
    Map<ShareRefusal, Long> ofAll(MinerKey miner) {
        Map<ShareRefusal, Long> byReason = new EnumMap<>(ShareRefusal.class);
        reads.list(
                        "SELECT '' AS worker, why, sum(shares) AS shares FROM share_refused"
                                + " WHERE pool = ? AND miner = ? GROUP BY why",
                        RefusalRows::count,
                        miner.pool().text(),
                        miner.address())
                .forEach(count -> byReason.put(count.why(), count.shares()));
        return byReason;
    }

    /** By worker and reason; of very many workers those with the most refusals. */
    Map<String, Map<ShareRefusal, Long>> byWorker(MinerKey miner) {
        List<Count> counts = reads.list(
                "SELECT worker, why, sum(shares) AS shares FROM share_refused"
                        + " WHERE pool = ? AND miner = ? GROUP BY worker, why ORDER BY shares DESC, worker LIMIT ?",
                RefusalRows::count,
                miner.pool().text(),
                miner.address(),
                MOST_ROWS);
        Map<String, Map<ShareRefusal, Long>> byWorker = new LinkedHashMap<>();
        counts.forEach(count -> byWorker.computeIfAbsent(count.worker(), any -> new EnumMap<>(ShareRefusal.class))
                .put(count.why(), count.shares()));
        return byWorker;
    }

    private static Count count(ResultSet row) throws SQLException {
        return new Count(row.getString("worker"), ShareRefusal.valueOf(row.getString("why")), row.getLong("shares"));
    }

    private record Count(String worker, ShareRefusal why, long shares) {}
}
