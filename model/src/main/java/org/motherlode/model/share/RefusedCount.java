package org.motherlode.model.share;

import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.pool.PoolName;

/** How many shares of a worker were refused for a reason since the last batch. Refused shares are counted, never stored. */
public record RefusedCount(PoolName pool, MinerAddress miner, String worker, ShareRefusal why, long count) {}
