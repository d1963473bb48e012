package org.motherlode.model.lock;

import java.util.Optional;

/** Locks that hold over all nodes and end with the process that holds them. */
public interface Locks {
    /** The lock, or empty if somebody has it. Never waits. */
    Optional<Held> tryLock(String name);

    /** A lock in hand; closing gives it back. */
    interface Held extends AutoCloseable {
        Fence fence();

        @Override
        void close();
    }
}
