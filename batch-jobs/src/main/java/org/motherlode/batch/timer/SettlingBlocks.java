package org.motherlode.batch.timer;

import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.settlement.Settlement;
import org.motherlode.model.settlement.SettlementTask;

/** Looks for blocks that are due for a stage of their settlement. */
final class SettlingBlocks implements Look {
    private final OpenPools pools;
    private final Settlement settlement;
    private final Runs runs;

    SettlingBlocks(OpenPools pools, Settlement settlement, Runs runs) {
        this.pools = pools;
        this.settlement = settlement;
        this.runs = runs;
    }

    @Override
    public void look() {
        pools.all().stream().map(OpenPool::name).forEach(runs::restartDead);
        Set<PoolName> looked = new HashSet<>();
        for (SettlementTask task : settlement.due()) {
            if (looked.add(task.pool())) {
                runs.start(task.pool(), parameters(task));
            }
        }
    }

    private static Properties parameters(SettlementTask task) {
        Properties parameters = new Properties();
        parameters.setProperty("pool", task.pool().text());
        parameters.setProperty("block", Long.toString(task.block()));
        parameters.setProperty("stage", task.stage().name());
        return parameters;
    }
}
