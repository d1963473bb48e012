package org.motherlode.ejb.share;

import org.motherlode.ejb.queue.DurableQueue;
import org.motherlode.model.share.ShareBatch;

/** Puts batches on disk. */
final class ShareLog {
    private final DurableQueue queue;
    private final ShareBatchFormat format = new ShareBatchFormat();

    ShareLog(DurableQueue queue) {
        this.queue = queue;
    }

    /** Returns when the batch is on disk; throws if it may not be, and then it must be appended again. */
    void append(ShareBatch batch) {
        queue.send(batch.id().toString(), format.write(batch));
    }

    DurableQueue queue() {
        return queue;
    }
}
