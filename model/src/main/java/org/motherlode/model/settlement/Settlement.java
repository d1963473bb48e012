package org.motherlode.model.settlement;

import java.util.List;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.lock.Fence;

/** What the settlement job asks of the database. Every call is repeatable and gives the same result. */
public interface Settlement {
    /** Tasks that may run now, oldest block first: the block's shares are complete up to its watermark. */
    List<SettlementTask> due();

    /** Freezes the window of a block's {@link Stage#ALLOT}: terms, edges, weights, digest. In a transaction of its own. */
    void freeze(Fence fence, SettlementTask task);

    /** All transfers of the task in a fixed order; the same list each time once the window is frozen. */
    List<Transfer> transfers(SettlementTask task);

    /** Marks the task done. In a transaction of its own. */
    void finish(Fence fence, SettlementTask task);
}
