package org.motherlode.model.lock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Locks that hold over all nodes and end with the process that holds them. */
public interface Locks {
    /** The lock, or empty if somebody has it. Never waits. */
    Optional<Held> tryLock(String name);

    /**
     * Those of these locks that nobody has, by name, each to be given back by itself. Where a lock keeps a connection busy,
     * all of these together keep no more than one.
     */
    default Map<String, Held> tryLocks(List<String> names) {
        Map<String, Held> held = new LinkedHashMap<>();
        names.forEach(name -> tryLock(name).ifPresent(lock -> held.put(name, lock)));
        return held;
    }

    /** A lock in hand; closing gives it back. */
    interface Held extends AutoCloseable {
        Fence fence();

        /** Whether it is still held: a lock ends with what it lives on. Asks there, and waits as long as that takes. */
        boolean isAlive();

        @Override
        void close();
    }
}
