package org.motherlode.ejb.settlement;

import java.util.Optional;
import org.motherlode.ejb.settlement.WindowSql.Edge;
import org.motherlode.model.reward.Window;

/**
 * A block's window with where it begins and what its size counts.
 *
 * @param edge its oldest share; empty if it has none, or needs none
 * @param previous the number of the block that ended the round before; empty if there was none, or there are no rounds
 */
record WeighedWindow(Window window, Unit unit, Optional<Edge> edge, Optional<Long> previous) {
    /** What size and filled are numbers of; the weights are work in any case. */
    enum Unit {
        WORK,
        SHARES
    }
}
