package org.motherlode.ejb.chain.monero;

import java.math.BigInteger;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.chain.NodeUnavailableException;

/**
 * What a node tells of a block.
 *
 * @param alternative whether it is off the main chain ({@code orphan_status})
 * @param reward in atoms, base reward and fees: the sum of the miner transaction's outputs
 */
record BlockHeader(String id, long height, boolean alternative, BigInteger reward) {
    static BlockHeader read(JsonFields result) throws NodeUnavailableException {
        JsonFields header = result.object("block_header");
        return new BlockHeader(
                header.id("hash"), header.count("height"), header.flag("orphan_status"), header.number("reward"));
    }

    /** Blocks from this one to the tip, itself included, on a chain of so many blocks. */
    long confirmations(NodeInfo node) {
        return Math.max(0, node.blocks() - height);
    }
}
