package org.motherlode.ejb.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A connection that is kept, for tests with very many short transactions. A commit does not wait for the disk, for no test here
 * crashes the database; and plans are made once and by the indexes, for its tables grow from nothing while it is open.
 */
public final class QuickConnection {
    private QuickConnection() {}

    /** A data source that always gives the same connection, which its users cannot close. */
    public static DataSource of(DataSource source) {
        DataSource kept = OneConnection.of(source);
        try (Connection connection = kept.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = off");
            statement.execute("SET plan_cache_mode = force_generic_plan");
            statement.execute("SET enable_seqscan = off");
            statement.execute("SET jit = off");
            return kept;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
