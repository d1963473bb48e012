package org.motherlode.ejb.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.motherlode.model.ban.BanDesk;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.health.Condition;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.stratum.GatewayFigures;
import org.motherlode.model.stratum.MinerFigures;
import org.motherlode.model.stratum.PoolDoor;
import org.motherlode.model.stratum.StratumGateway;

/** Writes down what the adapter was told. */
final class FakeGateway implements StratumGateway {
    final List<String> told = new ArrayList<>();
    final Map<String, String> closed = new TreeMap<>();
    final List<PoolDefinition> pools = new ArrayList<>();
    final List<Condition> conditions = new ArrayList<>();
    /** Whether it answers no question any more. */
    boolean goingDown;

    @Override
    public int node() {
        return 0;
    }

    @Override
    public List<PoolDefinition> pools() {
        return List.copyOf(pools);
    }

    @Override
    public Map<String, String> closed() {
        mustBeUp();
        return closed;
    }

    @Override
    public List<Condition> conditions() {
        mustBeUp();
        return List.copyOf(conditions);
    }

    @Override
    public BanDesk bans() {
        throw new AssertionError("nobody is banned here");
    }

    @Override
    public void open(PoolName pool, PoolDoor door) {
        told.add("open " + pool);
    }

    @Override
    public void publish(PoolName pool, BlockTemplate template) {
        told.add("work on " + template.previousId());
    }

    @Override
    public void suspend(PoolName pool, String why) {
        told.add("suspend: " + why);
    }

    @Override
    public void stop(PoolName pool, String why) {
        told.add("stop " + pool + ": " + why);
    }

    @Override
    public GatewayFigures figures() {
        mustBeUp();
        long open = told.stream().filter(line -> line.startsWith("open ")).count();
        return new GatewayFigures(Map.of("pools_open", open));
    }

    @Override
    public List<MinerFigures> miners(PoolName pool) {
        return List.of();
    }

    private void mustBeUp() {
        if (goingDown) {
            throw new IllegalStateException("the adapter is not started");
        }
    }
}
