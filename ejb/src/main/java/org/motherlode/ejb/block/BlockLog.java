package org.motherlode.ejb.block;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.motherlode.ejb.queue.DurableQueue;
import org.motherlode.ejb.queue.Marks;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.share.FoundBlock;

/** Puts a block on disk and gives it to the node, both at once: neither waits for the other, neither depends on it. */
public final class BlockLog {
    private static final Logger LOG = Logger.getLogger(BlockLog.class);

    private final DurableQueue queue;
    private final OpenPools pools;
    private final Submitting submitting;
    private final Executor executor;
    private final BlockMessageFormat format = new BlockMessageFormat();

    BlockLog(DurableQueue queue, OpenPools pools, Submitting submitting, Executor executor) {
        this.queue = queue;
        this.pools = pools;
        this.submitting = submitting;
        this.executor = executor;
    }

    /** Returns when the block is on disk; throws if it may not be, and then it must be announced again. */
    public void announce(FoundBlock found) {
        try {
            executor.execute(() -> submitting.submit(found.pool(), found.block()));
        } catch (RejectedExecutionException e) {
            LOG.errorf(
                    "%s: no thread to submit block %s; the next look at it will",
                    found.pool(), found.block().ref().id());
        }
        String id = found.pool() + "/" + found.block().ref().id();
        queue.send(id, format.write(new BlockMessage(found, assetOf(found))), Marks.NONE);
    }

    DurableQueue queue() {
        return queue;
    }

    private Asset assetOf(FoundBlock found) {
        return pools.find(found.pool())
                .map(pool -> pool.chain().asset())
                .or(() -> found.block().reward().map(Money::asset))
                .orElseThrow(() -> new IllegalStateException("pool " + found.pool() + " is not open yet"));
    }
}
