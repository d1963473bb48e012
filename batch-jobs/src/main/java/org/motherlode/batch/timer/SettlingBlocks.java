package org.motherlode.batch.timer;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
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
    private final Apart apart = new Apart("settle-block");

    SettlingBlocks(OpenPools pools, Settlement settlement, Runs runs) {
        this.pools = pools;
        this.settlement = settlement;
        this.runs = runs;
    }

    @Override
    public void look() {
        Map<PoolName, List<SettlementTask>> due =
                settlement.due().stream().collect(Collectors.groupingBy(SettlementTask::pool));
        for (OpenPool pool : pools.all()) {
            PoolName name = pool.name();
            apart.look(name, () -> lookAt(name, due.getOrDefault(name, List.of())));
        }
    }

    private void lookAt(PoolName pool, List<SettlementTask> due) {
        runs.restartDead(pool);
        due.stream().findFirst().ifPresent(task -> runs.start(pool, parameters(task)));
    }

    private static Properties parameters(SettlementTask task) {
        Properties parameters = new Properties();
        parameters.setProperty("pool", task.pool().text());
        parameters.setProperty("block", Long.toString(task.block()));
        parameters.setProperty("stage", task.stage().name());
        return parameters;
    }
}
