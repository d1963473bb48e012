package org.motherlode.model.settlement;

import org.motherlode.model.pool.PoolName;

/**
 * A stage that a block is due for.
 *
 * @param block the block's number in the database
 */
public record SettlementTask(PoolName pool, long block, Stage stage) {}
