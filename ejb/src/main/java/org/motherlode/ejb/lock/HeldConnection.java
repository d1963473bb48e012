package org.motherlode.ejb.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.Locks;

/** A lock in hand, with the connection that it lives on. */
final class HeldConnection implements Locks.Held {
    private static final Logger LOG = Logger.getLogger(HeldConnection.class);

    private final Connection connection;
    private final Fence fence;
    private final AtomicBoolean closed = new AtomicBoolean();

    HeldConnection(Connection connection, Fence fence) {
        this.connection = connection;
        this.fence = fence;
    }

    @Override
    public Fence fence() {
        return fence;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (connection) {
            AdvisoryLocks.release(connection, fence.lock());
        } catch (SQLException e) {
            // A connection that cannot be used any more has lost its lock already.
            LOG.warnf("lock %s number %d ended with its connection: %s", fence.lock(), fence.number(), e.getMessage());
        }
    }
}
