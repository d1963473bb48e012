package org.motherlode.ejb.block;

import java.math.BigInteger;
import java.util.Optional;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.chain.BlockFate;
import org.motherlode.model.money.Money;

/**
 * What the row of a block says after the chain was asked.
 *
 * @param known whether the chain knew the block, or knew for certain that another has its place
 * @param again whether the block should be given to the node once more
 */
record Finding(
        BlockState state,
        long confirmations,
        long required,
        Optional<BigInteger> finalReward,
        String words,
        boolean known,
        boolean again) {

    static Finding of(OpenBlock block, BlockFate fate) {
        return fate.fold(new BlockFate.Cases<Finding>() {
            @Override
            public Finding pending(BlockFate.Pending pending) {
                return new Finding(
                        BlockState.IMMATURE,
                        pending.confirmations(),
                        pending.required(),
                        Optional.empty(),
                        "",
                        true,
                        false);
            }

            @Override
            public Finding matured(BlockFate.Matured matured) {
                long deepest = Math.max(block.confirmations(), block.required());
                Money reward = matured.reward();
                return new Finding(
                        BlockState.MATURE, deepest, block.required(), Optional.of(reward.atoms()), "", true, false);
            }

            @Override
            public Finding orphaned(BlockFate.Orphaned orphaned) {
                return new Finding(
                        BlockState.ORPHANED, 0, block.required(), Optional.empty(), orphaned.why(), true, false);
            }

            @Override
            public Finding unknown(BlockFate.Unknown unknown) {
                return new Finding(
                        block.state(),
                        block.confirmations(),
                        block.required(),
                        Optional.empty(),
                        unknown.why(),
                        false,
                        block.state() != BlockState.ORPHANED);
            }
        });
    }

    /** Whether anybody but the operator would see a difference. */
    boolean changes(OpenBlock block) {
        return state != block.state() || confirmations != block.confirmations() || required != block.required();
    }
}
