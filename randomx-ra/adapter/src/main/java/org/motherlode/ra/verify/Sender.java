package org.motherlode.ra.verify;

import java.net.InetAddress;
import org.motherlode.model.ban.AddressRange;
import org.motherlode.ra.network.Whereabouts;

/** Who brings claims: one connection. Compared by identity. Safe for any thread. */
public final class Sender {
    private final Whereabouts from;
    private volatile boolean gone;

    private Sender(Whereabouts from) {
        this.from = from;
    }

    /** A new sender at this address. */
    public static Sender at(InetAddress address) {
        return new Sender(Whereabouts.of(address));
    }

    /**
     * It was sent away for what it did: what it still has waiting is not worth a hash. But a block of one that had a good share
     * is looked at all the same, because it is worth more than any number of hashes. False if it was sent away already.
     */
    public synchronized boolean sendAway() {
        boolean first = !gone;
        gone = true;
        return first;
    }

    boolean isGone() {
        return gone;
    }

    AddressRange address() {
        return from.address();
    }

    AddressRange network() {
        return from.network();
    }
}
