package org.motherlode.ejb.share;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.motherlode.model.share.ShareBatch;
import org.motherlode.model.share.ShareNumber;

/** Moves the progress of nodes over what was stored, by the database's own function. */
final class ProgressRows {
    private static final String ADVANCE = "SELECT node, epoch, complete_sequence, complete_until, highest_sequence"
            + " FROM share_advance(?::smallint, ?, ?, ?, ?)";

    /** Of what batches say about a life, the last word is enough. */
    private static final BinaryOperator<ShareBatch> LATER = BinaryOperator.maxBy(
            Comparator.comparingLong(ShareBatch::lastSequence).thenComparing(ShareBatch::closedAt));

    private final Connection connection;

    ProgressRows(Connection connection) {
        this.connection = connection;
    }

    List<Progress> advance(List<ShareBatch> batches) throws SQLException {
        SortedMap<ShareNumber, ShareBatch> lives = new TreeMap<>();
        batches.forEach(batch -> lives.merge(new ShareNumber(batch.node(), batch.epoch(), 1), batch, LATER));
        List<Progress> progress = new ArrayList<>();
        try (PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
            for (ShareBatch last : lives.values()) {
                progress.add(advance(advance, last));
            }
        }
        return progress;
    }

    private static Progress advance(PreparedStatement advance, ShareBatch last) throws SQLException {
        advance.setInt(1, last.node());
        advance.setLong(2, last.epoch());
        advance.setLong(3, last.previousEpoch());
        advance.setLong(4, last.lastSequence());
        advance.setObject(5, last.closedAt().atOffset(ZoneOffset.UTC));
        try (ResultSet row = advance.executeQuery()) {
            row.next();
            return new Progress(
                    row.getInt(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    row.getLong(5));
        }
    }
}
