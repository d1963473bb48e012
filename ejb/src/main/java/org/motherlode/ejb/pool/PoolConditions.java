package org.motherlode.ejb.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.motherlode.ejb.queue.Health;
import org.motherlode.model.health.Condition;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.stratum.StratumGateway;

/** How the pools are: the adapter, each pool's node and template, and the pools that were stopped. */
final class PoolConditions {
    private static final Logger LOG = Logger.getLogger(PoolConditions.class);
    /** The adapter's figure: pools with listening sockets. */
    private static final String OPEN = "pools_open";

    private final StratumGateway gateway;
    private final OpenPools pools;
    private final Map<PoolName, TemplateWatcher> watchers;

    /** @param watchers may grow */
    PoolConditions(StratumGateway gateway, OpenPools pools, Map<PoolName, TemplateWatcher> watchers) {
        this.gateway = gateway;
        this.pools = pools;
        this.watchers = watchers;
    }

    List<Condition> now() {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(adapter());
        conditions.addAll(troubles());
        conditions.addAll(nodes());
        closed().forEach((pool, why) -> conditions.add(new Condition(pool + ".pool", false, false, why)));
        return conditions;
    }

    /** One pool's node keeps nobody from another pool that has work. */
    private List<Condition> nodes() {
        Map<PoolName, Health.State> nodes = new TreeMap<>();
        watchers.forEach((pool, watcher) -> nodes.put(pool, watcher.health()));
        boolean needed = nodes.values().stream().noneMatch(Health.State::up);
        return nodes.entrySet().stream()
                .map(node -> new Condition(
                        node.getKey() + ".node",
                        node.getValue().up(),
                        needed,
                        node.getValue().words()))
                .toList();
    }

    /** Those that could not be read, those whose ports are taken, and those that the beans stopped. */
    private Map<String, String> closed() {
        Map<String, String> closed = new TreeMap<>();
        try {
            closed.putAll(gateway.closed());
        } catch (RuntimeException e) {
            LOG.debugf("the adapter does not say which pools are closed: %s", e.toString());
        }
        pools.stopped().forEach((pool, why) -> closed.put(pool.text(), why));
        return closed;
    }

    /** What the adapter itself says is wrong. */
    private List<Condition> troubles() {
        try {
            return gateway.conditions();
        } catch (RuntimeException e) {
            LOG.debugf("the adapter does not say what is wrong: %s", e.toString());
            return List.of();
        }
    }

    private Condition adapter() {
        try {
            Map<String, Long> figures = gateway.figures().values();
            long open = figures.getOrDefault(OPEN, 0L);
            String words = open + " pools are open, the adapter shows " + figures.size() + " figures";
            return new Condition("adapter", open > 0, true, open > 0 ? words : "no pool is open");
        } catch (RuntimeException e) { // the adapter may be going down
            return new Condition("adapter", false, true, "the adapter does not answer: " + e);
        }
    }
}
