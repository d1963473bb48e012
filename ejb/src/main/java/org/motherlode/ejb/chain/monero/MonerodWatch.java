package org.motherlode.ejb.chain.monero;

import java.util.Optional;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.chain.BlockFate;
import org.motherlode.model.chain.BlockWatch;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;

/**
 * Asks monerod by block id, and by height who has our block's place. A miner transaction of height H can be spent once
 * the chain has H + 60 blocks, which is when the block has 60 confirmations, itself included.
 */
record MonerodWatch(Monerod node, Depths depths) implements BlockWatch {
    @Override
    public BlockFate fate(BlockRef block) throws NodeUnavailableException {
        NodeInfo info = node.info();
        Optional<BlockHeader> header = node.block(block.id());
        if (header.isPresent() && header.get().height() != block.height()) {
            return new BlockFate.Unknown(
                    "the node has it at height " + header.get().height() + ", not at " + block.height());
        }
        if (header.isPresent() && !header.get().alternative()) {
            return onMainChain(header.get(), info);
        }
        return elsewhere(block, header.isPresent(), info);
    }

    private BlockFate onMainChain(BlockHeader header, NodeInfo info) {
        long confirmations = header.confirmations(info);
        return confirmations >= depths.maturity()
                ? new BlockFate.Matured(new Money(header.reward(), Monero.XMR))
                : new BlockFate.Pending(confirmations, depths.maturity());
    }

    private BlockFate elsewhere(BlockRef block, boolean known, NodeInfo info) throws NodeUnavailableException {
        String standing = known ? "it is on an alternative chain" : "the node does not know it";
        Optional<BlockHeader> rival = node.block(block.height());
        if (rival.isEmpty()) {
            return new BlockFate.Unknown(standing + ", and no block has its height");
        }
        if (rival.get().id().equals(block.id())) {
            return new BlockFate.Unknown("the chain changed while it was asked");
        }
        long confirmations = rival.get().confirmations(info);
        String words =
                standing + "; block " + rival.get().id() + " has its height with " + confirmations + " confirmations";
        return confirmations >= depths.orphan()
                ? new BlockFate.Orphaned(words)
                : new BlockFate.Unknown(words + " of " + depths.orphan());
    }
}
