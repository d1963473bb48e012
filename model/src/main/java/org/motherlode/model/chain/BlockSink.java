package org.motherlode.model.chain;

import org.motherlode.model.job.SealedBlock;

/** Gives blocks to the node. Giving one twice is harmless. */
public interface BlockSink {
    /** What the node said, which is not yet what became of the block: {@link BlockWatch} tells that. */
    SubmitAnswer submit(SealedBlock block) throws NodeUnavailableException;
}
