package org.motherlode.ejb.block;

import org.motherlode.model.pool.PoolName;

/** A CDI event: the node took a block of ours just now, so the tip has moved. */
public record BlockSubmitted(PoolName pool) {}
