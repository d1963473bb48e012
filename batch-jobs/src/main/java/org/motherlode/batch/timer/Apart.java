package org.motherlode.batch.timer;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.motherlode.model.pool.PoolName;

/** Looks at each pool by itself: what is wrong with one is told once and keeps no other's run back. */
final class Apart {
    private final String job;
    private final Map<PoolName, AtomicBoolean> failing = new HashMap<>();

    Apart(String job) {
        this.job = job;
    }

    void look(PoolName pool, Look look) {
        new Patient(job + " of pool " + pool, look, failing.computeIfAbsent(pool, name -> new AtomicBoolean())).tick();
    }
}
