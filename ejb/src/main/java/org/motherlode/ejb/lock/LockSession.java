package org.motherlode.ejb.lock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.motherlode.ejb.database.Values;

/**
 * A connection as PostgreSQL sees it.
 *
 * @param process of the server's; numbers are used again
 * @param since the connection's beginning, which tells two with one number apart
 */
public record LockSession(int process, Instant since) {
    static LockSession read(ResultSet row) throws SQLException {
        return new LockSession(row.getInt("pid"), Values.instant(row, "backend_start"));
    }
}
