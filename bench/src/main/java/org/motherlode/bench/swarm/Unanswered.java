package org.motherlode.bench.swarm;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** When requests were due that have no answer yet. */
final class Unanswered {
    /** A pool that answers nothing must not fill our memory; what lies further back is forgotten. */
    private static final int MOST = 4_096;

    private final ConcurrentHashMap<Long, Long> due = new ConcurrentHashMap<>(2);

    void put(long id, long nanos) {
        due.put(id, nanos);
        due.remove(id - MOST);
    }

    /** Each only once. */
    Optional<Long> dueOf(long id) {
        return Optional.ofNullable(due.remove(id));
    }
}
