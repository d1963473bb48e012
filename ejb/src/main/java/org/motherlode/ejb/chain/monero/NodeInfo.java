package org.motherlode.ejb.chain.monero;

import org.motherlode.model.work.Difficulty;

/**
 * A node that is ready.
 *
 * @param blocks of its main chain: the height of the next block, one more than that of the tip
 * @param tipId of its best block
 * @param nextDifficulty that the next block must meet
 */
record NodeInfo(long blocks, String tipId, Difficulty nextDifficulty) {}
