package org.motherlode.ejb.lock;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.Locks;

/** A lock in hand, with the connection that it lives on. */
public final class HeldConnection implements Locks.Held {
    private static final Logger LOG = Logger.getLogger(HeldConnection.class);

    private final LockConnection connection;
    private final LockSession session;
    private final Fence fence;
    private final AtomicBoolean closed = new AtomicBoolean();

    HeldConnection(LockConnection connection, LockSession session, Fence fence) {
        this.connection = connection;
        this.session = session;
        this.fence = fence;
    }

    @Override
    public Fence fence() {
        return fence;
    }

    /** The connection that the lock lives on. */
    public LockSession session() {
        return session;
    }

    @Override
    public boolean isAlive() {
        try {
            return connection.isAlive();
        } catch (SQLException e) {
            LOG.debugf("lock %s number %d: %s", fence.lock(), fence.number(), e.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            connection.release(fence.lock());
        } catch (SQLException e) {
            // A connection that cannot be used any more has lost its lock already.
            LOG.warnf("lock %s number %d ended with its connection: %s", fence.lock(), fence.number(), e.getMessage());
        }
    }
}
