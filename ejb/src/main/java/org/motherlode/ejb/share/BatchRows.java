package org.motherlode.ejb.share;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.motherlode.model.share.ShareBatch;

/** The rows by which a batch that comes again is known. */
final class BatchRows {
    private static final String INSERT =
            "INSERT INTO share_batch (day, batch_id, node, epoch, previous_epoch, first_sequence, last_sequence, closed_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private final Connection connection;

    BatchRows(Connection connection) {
        this.connection = connection;
    }

    /** A mere sign of life counts for nothing a second time, so it needs no row. */
    static boolean isKept(ShareBatch batch) {
        return !batch.shares().isEmpty() || !batch.refused().isEmpty();
    }

    /** Those that were not here before, in their order. */
    List<ShareBatch> addNew(List<ShareBatch> batches) throws SQLException {
        List<ShareBatch> added = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (ShareBatch batch : batches) {
                if (isKept(batch) && insert(insert, batch)) {
                    added.add(batch);
                }
            }
        }
        return added;
    }

    private static boolean insert(PreparedStatement insert, ShareBatch batch) throws SQLException {
        insert.setObject(1, batch.closedAt().atOffset(ZoneOffset.UTC).toLocalDate());
        insert.setObject(2, batch.id());
        insert.setInt(3, batch.node());
        insert.setLong(4, batch.epoch());
        insert.setLong(5, batch.previousEpoch());
        insert.setLong(6, batch.firstSequence());
        insert.setLong(7, batch.lastSequence());
        insert.setObject(8, batch.closedAt().atOffset(ZoneOffset.UTC));
        return insert.executeUpdate() == 1;
    }
}
