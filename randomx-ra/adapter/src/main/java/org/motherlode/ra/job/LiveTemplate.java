package org.motherlode.ra.job;

import org.motherlode.model.chain.BlockTemplate;

/** A template in use, with the shares that were sent for it. Compared by identity. */
public final class LiveTemplate {
    private final BlockTemplate block;
    private final DuplicateSet sent;

    LiveTemplate(BlockTemplate block, int mostDuplicates) {
        this.block = block;
        this.sent = new DuplicateSet(mostDuplicates);
    }

    public BlockTemplate block() {
        return block;
    }

    /** Whether a block of this template would still extend the chain that {@code newer} extends. */
    public boolean isAsGoodAs(LiveTemplate newer) {
        return block.height() == newer.block.height() && block.previousId().equals(newer.block.previousId());
    }

    DuplicateSet sent() {
        return sent;
    }
}
