package org.motherlode.ejb.pool;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;

/** The pools of this server; filled at its start. As many as the operator wrote down. */
@ApplicationScoped
class Pools implements OpenPools {
    private final Map<PoolName, OpenPool> open = new ConcurrentSkipListMap<>();
    private final Map<PoolName, String> stopped = new ConcurrentSkipListMap<>();

    @Override
    public List<OpenPool> all() {
        Collection<OpenPool> all = open.values();
        return List.copyOf(all);
    }

    @Override
    public Optional<OpenPool> find(PoolName name) {
        return Optional.ofNullable(open.get(name));
    }

    @Override
    public Map<PoolName, String> stopped() {
        return new TreeMap<>(stopped);
    }

    void opened(OpenPool pool) {
        stopped.remove(pool.name());
        open.put(pool.name(), pool);
    }

    void stopped(PoolName name, String why) {
        stopped.put(name, why);
    }

    void clear() {
        open.clear();
        stopped.clear();
    }
}
