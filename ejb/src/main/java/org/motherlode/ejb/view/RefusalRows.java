package org.motherlode.ejb.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.motherlode.model.share.ShareRefusal;

/** Refused shares of a miner by worker and reason. */
final class RefusalRows {
    private static final int MOST_ROWS = 2000;

    private final Reads reads;

    RefusalRows(Reads reads) {
        this.reads = reads;
    }

    /** Counted by whole days in UTC, from the day of {@code since} on. */
    Map<String, Map<ShareRefusal, Long>> since(MinerKey miner, Instant since) {
        Map<String, Map<ShareRefusal, Long>> byWorker = new LinkedHashMap<>();
        reads.list(
                        "SELECT worker, why, sum(shares) AS shares FROM share_refused"
                                + " WHERE pool = ? AND day >= ? AND miner = ? GROUP BY worker, why LIMIT ?",
                        row -> new Count(row.getString("worker"), row.getString("why"), row.getLong("shares")),
                        miner.pool().text(),
                        LocalDate.ofInstant(since, ZoneOffset.UTC),
                        miner.address(),
                        MOST_ROWS)
                .forEach(count -> byWorker.computeIfAbsent(count.worker(), any -> new EnumMap<>(ShareRefusal.class))
                        .merge(ShareRefusal.valueOf(count.why()), count.shares(), Long::sum));
        return byWorker;
    }

    private record Count(String worker, String why, long shares) {}
}
