package org.motherlode.ejb.chain.opensy;

import java.util.Optional;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.NodeUnavailableException;

/**
 * Finds out who spent an output, in the blocks themselves: the node says only that it is gone. Begins at the best block and follows
 * parents, so all that it reads is of one chain.
 *
 * @param mostBlocks that are read
 */
record SpenderSearch(Opensyd node, int mostBlocks) {
    /**
     * Who spent it.
     *
     * @param height of its block
     * @param confirmations of its block, itself included
     */
    record Spender(String transactionId, long height, long confirmations) {}

    /** Empty if it was spent longer ago, or is not spent. */
    Optional<Spender> of(String outpoint, BlockStanding tip) throws NodeUnavailableException {
        String id = tip.id();
        for (int depth = 0; depth < mostBlocks && depth < tip.height(); depth++) {
            Octets bytes = node.block(id);
            try {
                Block block = Block.read(bytes.toBytes());
                Optional<Transaction> spender = block.spenderOf(outpoint);
                if (spender.isPresent()) {
                    return Optional.of(new Spender(spender.get().id(), tip.height() - depth, depth + 1L));
                }
                id = BlockHash.text(block.header().previous().toBytes());
            } catch (UnreadableBytesException e) {
                throw new NodeUnavailableException(
                        node.name() + " gave a block " + id + " that cannot be read: " + e.getMessage(), e);
            }
        }
        return Optional.empty();
    }
}
