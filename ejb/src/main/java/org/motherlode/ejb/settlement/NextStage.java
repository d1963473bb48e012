package org.motherlode.ejb.settlement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.settlement.Stage;

/**
 * Which stage a block is due for. Pure.
 *
 * @param complete whether all shares up to the block's watermark are stored
 * @param begun stages that began, of the newest round, and {@link Stage#ALLOT}
 * @param done stages that are done, likewise
 */
record NextStage(BlockState state, boolean complete, Set<Stage> begun, Set<Stage> done) {

    Optional<Stage> stage() {
        // A stage that began has moved money perhaps: it comes to its end whatever the chain says meanwhile.
        for (Stage stage : List.of(Stage.ALLOT, Stage.REVERSE, Stage.MATURE, Stage.LOSE)) {
            if (begun.contains(stage) && !done.contains(stage)) {
                return Optional.of(stage);
            }
        }
        if (!done.contains(Stage.ALLOT)) {
            return isOnTheChain() && complete ? Optional.of(Stage.ALLOT) : Optional.empty();
        }
        if (done.contains(Stage.MATURE)) {
            return afterMaturity();
        }
        return switch (state) {
            case MATURE -> Optional.of(Stage.MATURE);
            case ORPHANED -> done.contains(Stage.REVERSE) ? Optional.empty() : Optional.of(Stage.REVERSE);
            case FOUND, IMMATURE -> Optional.empty();
        };
    }

    // What the chain never knew is nobody's: a rival block that lost may stay unknown for ever.
    private boolean isOnTheChain() {
        return state == BlockState.IMMATURE || state == BlockState.MATURE;
    }

    // While the chain is of two minds, nothing is due: only its two certain answers move money.
    private Optional<Stage> afterMaturity() {
        if (done.contains(Stage.LOSE)) {
            return state == BlockState.MATURE ? Optional.of(Stage.MATURE) : Optional.empty();
        }
        return state == BlockState.ORPHANED ? Optional.of(Stage.LOSE) : Optional.empty();
    }
}
