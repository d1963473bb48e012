package org.motherlode.ejb.share;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.motherlode.ejb.queue.Store;
import org.motherlode.model.share.ShareBatch;

/**
 * Stores batches in PostgreSQL: each once, by its id, and the progress of their nodes with them. Uses a data source that
 * takes no part in JTA.
 */
final class ShareLedger implements Store<ShareBatch> {
    private final DataSource database;
    private final ShareFigures figures;
    private final GapLog gaps = new GapLog();

    ShareLedger(DataSource database, ShareFigures figures) {
        this.database = database;
        this.figures = figures;
    }

    @Override
    public void store(List<ShareBatch> batches) throws SQLException {
        batches.stream()
                .map(ShareBatch::closedAt)
                .min(Comparator.<Instant>naturalOrder())
                .ifPresent(figures::waiting);
        List<Progress> progress;
        List<ShareBatch> added;
        CopyText rows = new CopyText();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean committed = false;
            try {
                added = new BatchRows(connection).addNew(batches);
                added.forEach(rows::add);
                new ShareRows(connection).copy(rows);
                new RefusedRows(connection).add(added);
                progress = new ProgressRows(connection).advance(batches);
                connection.commit();
                committed = true;
            } finally {
                if (!committed) {
                    connection.rollback();
                }
            }
        }
        figures.stored(rows.rows(), added.size(), known(batches, added));
        progress.forEach(gaps::look);
    }

    private static long known(List<ShareBatch> batches, List<ShareBatch> added) {
        List<ShareBatch> rest = new ArrayList<>(batches);
        rest.removeAll(added);
        return rest.stream().filter(BatchRows::isKept).count();
    }
}
