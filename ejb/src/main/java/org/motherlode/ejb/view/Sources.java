package org.motherlode.ejb.view;

import jakarta.persistence.EntityManagerFactory;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.payout.PayoutOutlook;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.stratum.StratumGateway;

/**
 * Where projections come from.
 *
 * @param outlooks of the next payouts of a pool; empty where they are not known
 */
record Sources(
        DataSource database,
        Supplier<EntityManagerFactory> entities,
        OpenPools pools,
        StratumGateway gateway,
        Function<PoolName, Optional<BlockTemplate>> work,
        Executor background,
        PayoutInterval payouts,
        Function<PoolName, Optional<PayoutOutlook>> outlooks) {}
