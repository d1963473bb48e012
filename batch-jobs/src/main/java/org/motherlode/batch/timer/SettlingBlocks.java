package org.motherlode.batch.timer;

import jakarta.batch.runtime.BatchStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.settlement.Settlement;
import org.motherlode.model.settlement.SettlementTask;
import org.motherlode.model.settlement.SettlementWatch;

/** Looks for blocks that are due for a stage of their settlement. */
final class SettlingBlocks implements Look {
    private final Settlement settlement;
    private final Runs runs;
    private final Setbacks setbacks;
    private final SettlementWatch watch;
    private final Map<PoolName, Begun> begun = new HashMap<>();
    private final Apart apart = new Apart("settle-block");

    private record Begun(SettlementTask task, long execution) {}

    SettlingBlocks(Settlement settlement, Runs runs, Setbacks setbacks, SettlementWatch watch) {
        this.settlement = settlement;
        this.runs = runs;
        this.setbacks = setbacks;
        this.watch = watch;
    }

    @Override
    public Set<PoolName> look(Set<PoolName> pools) {
        Map<PoolName, List<SettlementTask>> due = due(pools);
        setbacks.keepOnly(due.values().stream().flatMap(List::stream).toList());
        Set<PoolName> failed = apart.look(pools, pool -> lookAt(pool, due.getOrDefault(pool, List.of())));
        watch.failing(setbacks.all());
        return failed;
    }

    private Map<PoolName, List<SettlementTask>> due(Set<PoolName> pools) {
        List<SettlementTask> all = pools.isEmpty() ? List.of() : settlement.due();
        return all.stream()
                .filter(task -> pools.contains(task.pool()))
                .collect(Collectors.groupingBy(SettlementTask::pool));
    }

    private void lookAt(PoolName pool, List<SettlementTask> due) {
        runs.restartDead(pool).ifPresent(restart -> follow(pool, restart));
        judge(pool);
        due.stream().filter(setbacks::mayRun).findFirst().ifPresent(task -> start(pool, task));
    }

    private void follow(PoolName pool, Runs.Restart restart) {
        Begun before = begun.get(pool);
        if (before != null && before.execution() == restart.before()) {
            givenUp(before);
            begun.put(pool, new Begun(before.task(), restart.execution()));
        }
    }

    private void givenUp(Begun run) {
        setbacks.failed(run.task(), "run " + run.execution() + " did not end");
    }

    private void judge(PoolName pool) {
        Begun last = begun.get(pool);
        if (last == null) {
            return;
        }
        BatchStatus status = runs.status(last.execution());
        if (!Runs.isUnderWay(status)) {
            begun.remove(pool);
            if (status == BatchStatus.COMPLETED) {
                setbacks.succeeded(last.task());
            } else {
                setbacks.failed(last.task(), runs.words(last.execution()));
            }
        }
    }

    private void start(PoolName pool, SettlementTask task) {
        runs.start(pool, parameters(task)).ifPresent(execution -> {
            Begun before = begun.put(pool, new Begun(task, execution));
            if (before != null) {
                givenUp(before);
            }
        });
    }

    private static Properties parameters(SettlementTask task) {
        Properties parameters = new Properties();
        parameters.setProperty("pool", task.pool().text());
        parameters.setProperty("block", Long.toString(task.block()));
        parameters.setProperty("stage", task.stage().name());
        return parameters;
    }
}
