package org.motherlode.ejb.share;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Writes shares in bulk. */
final class ShareRows {
    private final Connection connection;

    ShareRows(Connection connection) {
        this.connection = connection;
    }

    void copy(CopyText rows) throws SQLException {
        if (rows.rows() == 0) {
            return;
        }
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(CopyText.COMMAND, rows.reader());
        } catch (IOException e) {
            throw new UncheckedIOException("a string could not be read", e);
        }
    }
}
