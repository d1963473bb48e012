package org.motherlode.ejb.block;

import org.motherlode.model.pool.PoolName;

/**
 * A CDI event, fired after the row was committed: a block is new, or its state, confirmations or reward changed.
 *
 * @param number the block's number in the database
 */
public record BlockChanged(PoolName pool, long number) {}
