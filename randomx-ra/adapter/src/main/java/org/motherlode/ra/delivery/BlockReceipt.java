package org.motherlode.ra.delivery;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The receipt of a share that is a block: its miner hears that it is stored when the share is on disk and the block too,
 * whichever comes last.
 */
public final class BlockReceipt implements Receipt {
    private static final int SHARE_AND_BLOCK = 2;

    private final Receipt receipt;
    private final AtomicInteger missing = new AtomicInteger(SHARE_AND_BLOCK);

    public BlockReceipt(Receipt receipt) {
        this.receipt = receipt;
    }

    @Override
    public void stored() {
        oneMore();
    }

    /** After this {@link #stored} is not called any more, so that nobody hears twice. */
    @Override
    public void late() {
        receipt.late();
    }

    public void blockKept() {
        oneMore();
    }

    private void oneMore() {
        if (missing.decrementAndGet() == 0) {
            receipt.stored();
        }
    }
}
