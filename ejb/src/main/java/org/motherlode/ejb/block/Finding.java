package org.motherlode.ejb.block;

import java.math.BigInteger;
import java.util.Optional;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.chain.BlockFate;

/**
 * What the row of a block says after the chain was asked.
 *
 * @param known whether the chain knew the block, or knew for certain that another has its place
 */
record Finding(
        BlockState state,
        long confirmations,
        long required,
        Optional<BigInteger> finalReward,
        String words,
        boolean known) {

    static Finding of(OpenBlock block, BlockFate fate) {
        return fate.fold(new Reading(block));
    }

    /** Whether the final reward stays as it was written: a block matures with one reward. */
    boolean keepsReward(OpenBlock block) {
        return block.state() == BlockState.MATURE && state == BlockState.MATURE;
    }

    /** Whether the block should be given to the node once more. */
    boolean isToBeSubmitted() {
        return !known && state != BlockState.ORPHANED;
    }

    /**
     * What each fate means for the row. A block that the chain does not know stays what it was, and a matured one that has
     * too few confirmations again stays mature: only an orphan's certainty undoes a maturity.
     */
    private record Reading(OpenBlock block) implements BlockFate.Cases<Finding> {
        @Override
        public Finding pending(BlockFate.Pending fate) {
            if (block.state() == BlockState.MATURE) {
                return new Finding(
                        BlockState.MATURE, block.confirmations(), block.required(), Optional.empty(), "", true);
            }
            return new Finding(BlockState.IMMATURE, fate.confirmations(), fate.required(), Optional.empty(), "", true);
        }

        @Override
        public Finding matured(BlockFate.Matured fate) {
            long deepest = Math.max(block.confirmations(), block.required());
            return new Finding(
                    BlockState.MATURE,
                    deepest,
                    block.required(),
                    Optional.of(fate.reward().atoms()),
                    "",
                    true);
        }

        @Override
        public Finding orphaned(BlockFate.Orphaned fate) {
            return new Finding(BlockState.ORPHANED, 0, block.required(), Optional.empty(), fate.why(), true);
        }

        @Override
        public Finding unknown(BlockFate.Unknown fate) {
            return new Finding(
                    block.state(), block.confirmations(), block.required(), Optional.empty(), fate.why(), false);
        }
    }
}
