package org.motherlode.ejb.share;

import java.util.function.BooleanSupplier;
import org.motherlode.ejb.letter.BatchMarks;
import org.motherlode.ejb.queue.DurableQueue;
import org.motherlode.model.share.ShareBatch;

/** Puts batches on disk. */
final class ShareLog {
    private final DurableQueue queue;
    private final BooleanSupplier speaksForNode;
    private final ShareBatchFormat format = new ShareBatchFormat();

    /** @param speaksForNode whether this server, and no other, has the node's id */
    ShareLog(DurableQueue queue, BooleanSupplier speaksForNode) {
        this.queue = queue;
        this.speaksForNode = speaksForNode;
    }

    /**
     * Returns when the batch is on disk; throws if it may not be, and then it must be appended again. A batch without shares
     * says that the node has accepted nothing more; from a server that has not the node's id it would be untrue, and is
     * forgotten.
     */
    void append(ShareBatch batch) {
        if (batch.shares().isEmpty() && !speaksForNode.getAsBoolean()) {
            return;
        }
        queue.send(
                batch.id().toString(), format.write(batch), BatchMarks.of(batch).written());
    }

    DurableQueue queue() {
        return queue;
    }
}
