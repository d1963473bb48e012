package org.motherlode.ejb.chain.opensy;

import java.util.Optional;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.chain.BlockFate;
import org.motherlode.model.chain.BlockWatch;
import org.motherlode.model.chain.NodeUnavailableException;

/**
 * Asks the node by block id, and by height who has our block's place. What a mature block paid is read from the block itself; its id
 * is ours, so all of its first transaction's outputs are.
 */
record OpensydWatch(Opensyd node, Depths depths) implements BlockWatch {
    @Override
    public BlockFate fate(BlockRef block) throws NodeUnavailableException {
        Optional<BlockStanding> standing = node.standing(block.id());
        if (standing.isPresent() && standing.get().height() != block.height()) {
            return new BlockFate.Unknown(
                    "the node has it at height " + standing.get().height() + ", not at " + block.height());
        }
        if (standing.isPresent() && standing.get().isOnMainChain()) {
            return onMainChain(block, standing.get().confirmations());
        }
        return elsewhere(block, standing.isPresent());
    }

    private BlockFate onMainChain(BlockRef block, long confirmations) throws NodeUnavailableException {
        if (confirmations < depths.maturity()) {
            return new BlockFate.Pending(confirmations, depths.maturity());
        }
        try {
            byte[] bytes = node.block(block.id()).toBytes();
            return new BlockFate.Matured(OpenSy.qirsh(Block.read(bytes).reward()));
        } catch (UnreadableBytesException e) {
            throw new NodeUnavailableException(
                    node.name() + " gave a block " + block.id() + " that cannot be read: " + e.getMessage(), e);
        }
    }

    private BlockFate elsewhere(BlockRef block, boolean known) throws NodeUnavailableException {
        String standing = known ? "it is not on the main chain" : "the node does not know it";
        Optional<BlockStanding> rival = node.standing(block.height());
        if (rival.isEmpty()) {
            return new BlockFate.Unknown(standing + ", and no block has its height");
        }
        if (rival.get().id().equals(block.id()) || !rival.get().isOnMainChain()) {
            return new BlockFate.Unknown("the chain changed while it was asked");
        }
        long confirmations = rival.get().confirmations();
        String words =
                standing + "; block " + rival.get().id() + " has its height with " + confirmations + " confirmations";
        return confirmations >= depths.orphan()
                ? new BlockFate.Orphaned(words)
                : new BlockFate.Unknown(words + " of " + depths.orphan());
    }
}
