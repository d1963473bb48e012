package org.motherlode.ejb.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.ejb.database.Values;
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

    private static final String SESSION = " a.pid, a.backend_start FROM pg_stat_activity a WHERE a.pid ";
    private static final String OURS = "SELECT" + SESSION + "= pg_backend_pid()";
    // A key of one bigint stands in pg_locks as its two halves, with objsubid 1.
    private static final String HOLDER = "SELECT" + SESSION + "IN (SELECT l.pid FROM pg_locks l"
            + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
            + " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
            + " AND ((l.classid::bigint << 32) | l.objid::bigint) = hashtextextended('motherlode/lock/' || ?, 0))";

    private final DataSource source;

    /** @param source outside JTA: a lock keeps one of its connections to itself */
    public AdvisoryLocks(DataSource source) {
        this.source = source;
    }

    @Override
    public Optional<Held> tryLock(String name) {
        return tryHold(name).map(held -> held);
    }

    /** As {@link #tryLock}, for a holder that looks whether it still has the lock. */
    public Optional<HeldConnection> tryHold(String name) {
        try {
            return lockOn(source.getConnection(), name);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Whose lock it is now; empty if nobody's. */
    public Optional<LockSession> holder(String name) {
        return new Database(source).first(HOLDER, AdvisoryLocks::session, name);
    }

    // Whatever fails, the connection goes back to where it came from, and without the lock.
    private static Optional<HeldConnection> lockOn(Connection connection, String name) throws SQLException {
        boolean taken = false;
        Optional<HeldConnection> held = Optional.empty();
        try {
            taken = isTaken(connection, name);
            if (taken) {
                LockSession session = session(connection);
                held = Optional.of(
                        new HeldConnection(connection, session, new Fence(name, number(connection, name))));
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

    private static LockSession session(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OURS)) {
            row.next();
            return session(row);
        }
    }

    private static LockSession session(ResultSet row) throws SQLException {
        return new LockSession(row.getInt("pid"), Values.instant(row, "backend_start"));
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
