package org.motherlode.ejb.view;

import org.motherlode.model.pool.PoolName;

/** A miner in a pool. */
record MinerKey(PoolName pool, String address) {}
