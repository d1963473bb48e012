package org.motherlode.ejb.lock;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.Locks;

/**
 * PostgreSQL's session locks. The lock lives as long as the connection, so it ends with the process that holds it; a
 * holder that lost its connection without noticing is stopped by its fence.
 */
public final class AdvisoryLocks implements Locks {
    // A key of one bigint stands in pg_locks as its two halves, with objsubid 1.
    private static final String HOLDER =
            "SELECT a.pid, coalesce(a.backend_start, 'epoch') AS backend_start FROM pg_stat_activity a"
                    + " WHERE a.pid IN (SELECT l.pid FROM pg_locks l"
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

    @Override
    public Map<String, Held> tryLocks(List<String> names) {
        return new LinkedHashMap<>(hold(names, session -> {}));
    }

    /** As {@link #tryLock}, for a holder that looks whether it still has the lock. */
    public Optional<HeldConnection> tryHold(String name) {
        return tryHold(name, session -> {});
    }

    /**
     * The same.
     *
     * @param asking hears whose lock it would be before it is asked for: when the answer gets lost, it may be that one's
     */
    public Optional<HeldConnection> tryHold(String name, Consumer<LockSession> asking) {
        return hold(List.of(name), asking).values().stream().findFirst();
    }

    private Map<String, HeldConnection> hold(List<String> names, Consumer<LockSession> asking) {
        try {
            return lockOn(new LockConnection(source.getConnection()), names, asking);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Whose lock it is now; empty if nobody's. */
    public Optional<LockSession> holder(String name) {
        return new Database(source).first(HOLDER, LockSession::read, name);
    }

    // Whatever fails, the connection goes back to where it came from, and without a lock.
    private static Map<String, HeldConnection> lockOn(
            LockConnection connection, List<String> names, Consumer<LockSession> asking) throws SQLException {
        Map<String, HeldConnection> held = new LinkedHashMap<>();
        boolean done = false;
        try {
            LockSession session = connection.begin();
            asking.accept(session);
            for (String name : names) {
                if (connection.take(name)) {
                    Fence fence = new Fence(name, connection.ask(Fences.NEXT, name));
                    held.put(name, new HeldConnection(connection, session, fence));
                }
            }
            done = true;
            return held;
        } finally {
            if (!done || held.isEmpty()) {
                connection.abandon();
            }
        }
    }
}
