package org.motherlode.ejb.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** Runs a piece of work as the container does: on one connection, that is committed at the end or rolled back. */
public record OneTransaction(DataSource source) {
    public <T> T run(Function<DataSource, T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.apply(OneConnection.always(OneConnection.unclosed(connection)));
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        }
    }
}
