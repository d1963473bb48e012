package org.motherlode.ejb.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.Locks;

/**
 * PostgreSQL's session locks. The lock lives as long as the connection, so it ends with the process that holds it; a
 * holder that lost its connection without noticing is stopped by its fence.
 */
public final class AdvisoryLocks implements Locks {
    // A machine that vanishes is noticed after about a minute; the system's default is two hours.
    private static final String NOTICE_THE_DEAD =
            "SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3";

    private final DataSource source;

    /** @param source outside JTA: a lock keeps one of its connections to itself */
    public AdvisoryLocks(DataSource source) {
        this.source = source;
    }

    @Override
    public Optional<Held> tryLock(String name) {
        try {
            return lockOn(source.getConnection(), name);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    // Whatever fails, the connection goes back to where it came from, and without the lock.
    private static Optional<Held> lockOn(Connection connection, String name) throws SQLException {
        boolean taken = false;
        Optional<Held> held = Optional.empty();
        try {
            taken = isTaken(connection, name);
            if (taken) {
                held = Optional.of(new HeldConnection(connection, new Fence(name, number(connection, name))));
            }
            return held;
        } finally {
            if (held.isEmpty()) {
                try (connection) {
                    if (taken) {
                        release(connection, name);
                    }
                }
            }
        }
    }

    private static boolean isTaken(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(NOTICE_THE_DEAD);
        }
        String take = "SELECT pg_try_advisory_lock(hashtextextended('motherlode/lock/' || ?, 0))::int";
        return ask(connection, take, name) == 1;
    }

    static void release(Connection connection, String name) throws SQLException {
        ask(connection, "SELECT pg_advisory_unlock(hashtextextended('motherlode/lock/' || ?, 0))::int", name);
    }

    private static long number(Connection connection, String name) throws SQLException {
        return ask(connection, Fences.NEXT, name);
    }

    private static long ask(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
