package org.motherlode.ejb.view;

import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.stratum.StratumGateway;

/** Where projections come from. */
record Sources(
        DataSource database, OpenPools pools, StratumGateway gateway, Executor background, PayoutInterval payouts) {}
