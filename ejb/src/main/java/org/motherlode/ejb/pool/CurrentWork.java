package org.motherlode.ejb.pool;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.pool.PoolName;

/** What each pool's miners work on now. Nobody is asked for it. */
@ApplicationScoped
public class CurrentWork {
    private final Map<PoolName, Supplier<Optional<BlockTemplate>>> watchers = new ConcurrentHashMap<>();

    /** Empty before the pool's node has given the first template, and while its miners are sent away. */
    public Optional<BlockTemplate> of(PoolName pool) {
        return Optional.ofNullable(watchers.get(pool)).flatMap(Supplier::get);
    }

    void put(PoolName pool, Supplier<Optional<BlockTemplate>> watcher) {
        watchers.put(pool, watcher);
    }

    void clear() {
        watchers.clear();
    }
}
