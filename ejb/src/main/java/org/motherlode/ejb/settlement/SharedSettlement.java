package org.motherlode.ejb.settlement;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import javax.sql.DataSource;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.terms.Coins;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.settlement.Settlement;
import org.motherlode.model.settlement.SettlementTask;

/** The server's {@link Settlement}. */
@ApplicationScoped
public class SharedSettlement implements Settlement {
    @Resource(lookup = "java:jboss/datasources/MotherlodeDS")
    DataSource source;

    @Inject
    OpenPools pools;

    @Override
    public List<SettlementTask> due() {
        return rows().due();
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void freeze(Fence fence, SettlementTask task) {
        rows().freeze(fence, task);
    }

    @Override
    public List<Transfer> transfers(SettlementTask task) {
        return rows().transfers(task);
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void finish(Fence fence, SettlementTask task) {
        rows().finish(fence, task);
    }

    private JdbcSettlement rows() {
        return new JdbcSettlement(new Database(source), Coins.of(pools));
    }
}
