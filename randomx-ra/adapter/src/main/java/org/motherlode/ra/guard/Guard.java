package org.motherlode.ra.guard;

import java.net.InetAddress;

/** Stands before the sockets. Safe for any thread; never waits. */
public interface Guard {
    /**
     * A connection has come from here and nothing of it has been read. Behind a trusted proxy: from the address that the
     * proxy names, as soon as it is known.
     *
     * @param close ends the connection, from any thread: it may have to make room for one from a network with fewer
     */
    Arrival arrive(InetAddress from, Runnable close);

    /** Connections that have arrived and not left; those that make room are counted until they are closed. */
    int inside();
}
