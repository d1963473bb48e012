package org.motherlode.ra.guard;

import java.net.InetAddress;

/** Stands before the sockets. Safe for any thread; never waits. */
public interface Guard {
    /**
     * A connection has come from here and nothing of it has been read. Behind a trusted proxy: from the address that the
     * proxy names, as soon as it is known.
     */
    Arrival arrive(InetAddress from);

    /** Connections that have arrived and not left. */
    int inside();
}
