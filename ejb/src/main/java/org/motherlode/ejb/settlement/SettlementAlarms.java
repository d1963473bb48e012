package org.motherlode.ejb.settlement;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.motherlode.ejb.database.Database;
import org.motherlode.model.health.Condition;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.settlement.Setback;
import org.motherlode.model.settlement.SettlementWatch;

/** Remembers which blocks could not be settled at the timer's last look: miners are served whatever it says. */
@ApplicationScoped
public class SettlementAlarms implements SettlementWatch {
    @Resource(lookup = "java:jboss/datasources/MotherlodeShareDS")
    DataSource source;

    @Inject
    OpenPools pools;

    private volatile List<FailingBlock> blocks = List.of();

    @Override
    public void failing(List<Setback> setbacks) {
        blocks = FailingBlock.of(new Database(source), setbacks);
    }

    /** A condition of each pool. */
    public List<Condition> now() {
        return pools.all().stream()
                .map(OpenPool::name)
                .map(pool -> FailingBlock.condition(pool, of(pool)))
                .toList();
    }

    private List<FailingBlock> of(PoolName pool) {
        return blocks.stream()
                .filter(block -> block.setback().task().pool().equals(pool))
                .toList();
    }
}
