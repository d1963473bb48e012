package org.motherlode.ejb.share;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.motherlode.model.share.RefusedCount;
import org.motherlode.model.share.ShareBatch;

/** Adds to the daily counts of refused shares. */
final class RefusedRows {
    private static final String ADD = "INSERT INTO share_refused (pool, day, miner, worker, why, shares)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (pool, day, miner, worker, why)"
            + " DO UPDATE SET shares = share_refused.shares + excluded.shares";

    private final Connection connection;

    RefusedRows(Connection connection) {
        this.connection = connection;
    }

    void add(List<ShareBatch> batches) throws SQLException {
        Map<RefusedKey, Long> sums = new TreeMap<>(RefusedKey.ORDER);
        for (ShareBatch batch : batches) {
            LocalDate day = batch.closedAt().atOffset(ZoneOffset.UTC).toLocalDate();
            for (RefusedCount refused : batch.refused()) {
                sums.merge(RefusedKey.of(day, refused), refused.count(), Long::sum);
            }
        }
        if (sums.isEmpty()) {
            return;
        }
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            for (Map.Entry<RefusedKey, Long> sum : sums.entrySet()) {
                RefusedKey row = sum.getKey();
                add.setString(1, row.pool());
                add.setObject(2, row.day());
                add.setString(3, row.miner());
                add.setString(4, row.worker());
                add.setString(5, row.why());
                add.setLong(6, sum.getValue());
                add.addBatch();
            }
            add.executeBatch();
        }
    }
}
