package org.motherlode.model.chain;

import java.time.Duration;
import java.util.Optional;

/** Where templates come from. Each call may block for the node's time-out; safe for any thread. */
public interface BlockSource {
    Tip tip() throws NodeUnavailableException;

    BlockTemplate template() throws NodeUnavailableException;

    /**
     * What tells the network that the node is of from all others of its chain, for ever: its name and its first block, for
     * example. Printable, not empty.
     */
    String network() throws NodeUnavailableException;

    /** Whom the templates pay: the pool's own address. Known without asking the node. */
    String payTo();

    /** How far apart the chain wants its blocks to be; empty if it has no such rule. Known without asking the node. */
    default Optional<Duration> blockInterval() {
        return Optional.empty();
    }

    /** For how many blocks one seed is good; empty where the proof of work has none. Known without asking the node. */
    default Optional<Integer> seedInterval() {
        return Optional.empty();
    }

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
