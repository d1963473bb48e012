package org.motherlode.ejb.pool;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.motherlode.ejb.block.BlockSubmitted;
import org.motherlode.model.pool.PoolName;

/** Wakes a pool's watcher when the node has taken a block of ours: no need to wait for its signal. */
@ApplicationScoped
class Wakers {
    private final Map<PoolName, Runnable> wakers = new ConcurrentHashMap<>();

    void wake(@Observes BlockSubmitted block) {
        Optional.ofNullable(wakers.get(block.pool())).ifPresent(Runnable::run);
    }

    void put(PoolName pool, Runnable waker) {
        wakers.put(pool, waker);
    }

    void clear() {
        wakers.clear();
    }
}
