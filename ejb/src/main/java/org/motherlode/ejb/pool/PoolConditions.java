package org.motherlode.ejb.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.motherlode.ejb.queue.Health;
import org.motherlode.model.health.Condition;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.stratum.StratumGateway;

/** How the pools are: the adapter, each pool's node and template, and the pools that were stopped. */
final class PoolConditions {
    private final StratumGateway gateway;
    private final OpenPools pools;
    private final Map<PoolName, TemplateWatcher> watchers;

    PoolConditions(StratumGateway gateway, OpenPools pools, Map<PoolName, TemplateWatcher> watchers) {
        this.gateway = gateway;
        this.pools = pools;
        this.watchers = Map.copyOf(watchers);
    }

    List<Condition> now() {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(adapter());
        watchers.forEach((pool, watcher) -> {
            Health.State node = watcher.health();
            conditions.add(new Condition(pool + ".node", node.up(), true, node.words()));
        });
        pools.stopped().forEach((pool, why) -> conditions.add(new Condition(pool + ".pool", false, false, why)));
        return conditions;
    }

    private Condition adapter() {
        try {
            int figures = gateway.figures().values().size();
            int open = watchers.size();
            String words = open + " pools are open, the adapter shows " + figures + " figures";
            return new Condition("adapter", open > 0, true, open > 0 ? words : "no pool is open");
        } catch (RuntimeException e) { // the adapter may be going down
            return new Condition("adapter", false, true, "the adapter does not answer: " + e);
        }
    }
}
