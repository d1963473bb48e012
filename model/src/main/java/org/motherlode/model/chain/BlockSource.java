package org.motherlode.model.chain;

/** Where templates come from. Each call may block for the node's time-out; safe for any thread. */
public interface BlockSource {
    Tip tip() throws NodeUnavailableException;

    BlockTemplate template() throws NodeUnavailableException;

    /**
     * Calls {@code signal} soon after the tip changed, from a thread of the source, where the node can push. A hint only:
     * signals may be lost or come twice, so the caller polls as well. Closing ends it.
     */
    Subscription onNewTip(Runnable signal);

    /** Ends a subscription. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
