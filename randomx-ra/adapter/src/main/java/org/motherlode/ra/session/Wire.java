package org.motherlode.ra.session;

import java.net.InetAddress;
import java.util.Set;
import org.motherlode.model.wire.Extension;

/** The line to a miner. Everything but {@link #onLoop} is called on the connection's own loop. */
public interface Wire {
    /** Where the miner is; behind a trusted proxy what the proxy says. From any thread, and the same for ever. */
    InetAddress from();

    /** Sends a line; the line end is the wire's business. */
    void send(String line);

    /** Sends a line and closes once it is on its way. */
    void sendLast(String line);

    void close();

    /** Whether it has been told to close, which may take a while. */
    default boolean isEnding() {
        return false;
    }

    /** What the connection itself offers, for example that its port takes TLS too. */
    default Set<Extension> offers() {
        return Set.of();
    }

    /** Whether the miner reads fast enough: false while more is waiting to be sent than the bound allows. */
    boolean keepsUp();

    /** How many lines were sent. */
    default long linesSent() {
        return 0;
    }

    /** How many of them, the first ones, do not wait here any more, because the system has taken them. */
    default long linesTaken() {
        return linesSent();
    }

    /** Runs a task on the connection's loop, from any thread; drops it if the connection's loop has ended. */
    void onLoop(Runnable task);
}
