package org.motherlode.batch.timer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.motherlode.model.health.LookWatch;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.pool.PoolName;

/**
 * Looks for the work of those pools that this server leads: for each pool that is open on several servers, one of them looks.
 * Who leads holds the lock {@code look/<job>/<pool>} until its connection to the database or its process ends, the pool is no
 * longer open here, or a look at it fails; then whichever server comes first has it.
 */
final class Led implements Runnable {
    private static final Logger LOG = Logger.getLogger(Led.class);

    private final String job;
    private final Locks locks;
    private final Supplier<Set<PoolName>> open;
    private final LookWatch watch;
    private final Look look;
    private final Map<PoolName, Locks.Held> leads = new TreeMap<>();

    /** @param open the pools of this server */
    Led(String job, Locks locks, Supplier<Set<PoolName>> open, LookWatch watch, Look look) {
        this.job = job;
        this.locks = locks;
        this.open = open;
        this.watch = watch;
        this.look = look;
    }

    @Override
    public void run() {
        boolean done = false;
        try {
            lead(open.get());
            Set<PoolName> failed = look.look(Set.copyOf(leads.keySet()));
            failed.forEach(this::resign);
            watch.looked(job, Set.copyOf(leads.keySet()), failed);
            done = true;
        } finally {
            if (!done) {
                end(); // another server may fare better
            }
        }
    }

    private void lead(Set<PoolName> pools) {
        new TreeMap<>(leads).forEach((pool, lead) -> {
            if (!pools.contains(pool) || !lead.isAlive()) {
                resign(pool);
            }
        });
        Map<String, PoolName> others = pools.stream()
                .filter(pool -> !leads.containsKey(pool))
                .collect(Collectors.toMap(pool -> "look/" + job + "/" + pool, pool -> pool));
        if (!others.isEmpty()) {
            locks.tryLocks(List.copyOf(others.keySet())).forEach((name, held) -> {
                leads.put(others.get(name), held);
                LOG.debugf("%s: this server looks for work of %s, with %s", job, others.get(name), held.fence());
            });
        }
    }

    private void resign(PoolName pool) {
        Optional.ofNullable(leads.remove(pool)).ifPresent(Locks.Held::close);
    }

    /** Other servers may look from now on. */
    void end() {
        List.copyOf(leads.keySet()).forEach(this::resign);
    }
}
