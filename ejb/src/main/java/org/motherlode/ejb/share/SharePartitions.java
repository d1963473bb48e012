package org.motherlode.ejb.share;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Makes the daily partitions ahead of time. If that fails shares still have a place: the partition for the rest. */
final class SharePartitions {
    private static final Logger LOG = Logger.getLogger(SharePartitions.class);

    private final DataSource database;
    private final int daysAhead;

    SharePartitions(DataSource database, int daysAhead) {
        this.database = database;
        this.daysAhead = daysAhead;
    }

    void makeAhead() {
        try (Connection connection = database.getConnection();
                PreparedStatement make = connection.prepareStatement("SELECT share_days_ahead(?)")) {
            make.setInt(1, daysAhead);
            try (ResultSet row = make.executeQuery()) {
                row.next();
                LOG.debugf("%d daily partitions made", row.getInt(1));
            }
        } catch (SQLException e) {
            LOG.warnf("no daily partitions were made, the next hour tries again: %s", e.getMessage());
        }
    }
}
