package org.motherlode.model.chain;

import org.motherlode.model.block.BlockRef;

/** Asks the chain what became of a block, by the chain's own rule. */
public interface BlockWatch {
    BlockFate fate(BlockRef block) throws NodeUnavailableException;
}
