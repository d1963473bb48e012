package org.motherlode.ejb.block;

import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.chain.SubmitAnswer;
import org.motherlode.model.job.SealedBlock;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;

/** Gives blocks to nodes. The answer is only logged: what became of the block is asked later, of the chain. */
final class Submitting {
    private static final Logger LOG = Logger.getLogger(Submitting.class);

    private final OpenPools pools;
    private final Consumer<BlockSubmitted> submitted;

    Submitting(OpenPools pools, Consumer<BlockSubmitted> submitted) {
        this.pools = pools;
        this.submitted = submitted;
    }

    /** What the node said, in words. */
    String submit(PoolName pool, SealedBlock block) {
        Optional<OpenPool> open = pools.find(pool);
        if (open.isEmpty()) {
            return "pool " + pool + " is not open, so there is no node to give the block to";
        }
        try {
            SubmitAnswer answer = open.get().chain().sink().submit(block);
            String id = block.ref().id();
            if (answer.accepted()) {
                LOG.infof("%s: the node took block %d %s: %s", pool, block.ref().height(), id, answer.words());
                submitted.accept(new BlockSubmitted(pool));
            } else {
                LOG.warnf(
                        "%s: the node refused block %d %s: %s",
                        pool, block.ref().height(), id, answer.words());
            }
            return answer.words();
        } catch (NodeUnavailableException e) {
            LOG.errorf(
                    "%s: block %d could not be submitted now: %s",
                    pool, block.ref().height(), e.getMessage());
            return String.valueOf(e.getMessage());
        }
    }
}
