package org.motherlode.ejb.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A connection with one or several locks on it; it goes back to where it came from with the last of them. */
final class LockConnection {
    // A machine that vanishes is noticed after about a minute; the system's default is two hours.
    private static final String NOTICE_THE_DEAD =
            "SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3";
    private static final String OURS =
            "SELECT a.pid, a.backend_start FROM pg_stat_activity a WHERE a.pid = pg_backend_pid()";
    private static final String KEY = "(hashtextextended('motherlode/lock/' || ?, 0))::int";

    private final Connection connection;
    private int locks;

    LockConnection(Connection connection) {
        this.connection = connection;
    }

    LockSession begin() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(NOTICE_THE_DEAD);
            try (ResultSet row = statement.executeQuery(OURS)) {
                row.next();
                return LockSession.read(row);
            }
        }
    }

    synchronized boolean take(String name) throws SQLException {
        boolean taken = ask("SELECT pg_try_advisory_lock" + KEY, name) == 1;
        locks += taken ? 1 : 0;
        return taken;
    }

    synchronized boolean isAlive() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        }
    }

    synchronized void release(String name) throws SQLException {
        locks--;
        try {
            ask("SELECT pg_advisory_unlock" + KEY, name);
        } finally {
            if (locks == 0) {
                connection.close();
            }
        }
    }

    /** Gives everything back. */
    void abandon() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock_all()");
        }
    }

    synchronized long ask(String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
