package org.motherlode.model.share;

/**
 * The message endpoint of the adapter. Returning means that the message is on disk and will reach the database; throwing
 * means that it may or may not be, and the adapter delivers the same again until it returns.
 */
public interface ShareListener {
    void onShares(ShareBatch batch);

    /** Makes the block durable and gives it to the nodes at once. */
    void onBlock(FoundBlock block);
}
