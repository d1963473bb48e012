package org.motherlode.ra.verify;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import org.motherlode.model.bytes.Octets;

/** Who brings claims: one connection. Compared by identity. Safe for any thread. */
public final class Sender {
    private static final int NETWORK_BYTES = 8;

    private final Octets address;
    private volatile boolean gone;

    private Sender(Octets address) {
        this.address = address;
    }

    /** A new sender at this address. */
    public static Sender at(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new Sender(Octets.of(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes));
    }

    /**
     * It was sent away for what it did: what it still has waiting is not worth a hash. But a block of one that had a good share
     * is looked at all the same, because it is worth more than any number of hashes.
     */
    public void sentAway() {
        gone = true;
    }

    boolean isGone() {
        return gone;
    }

    /** The IPv4 address, or the IPv6 network of 64 bits, which one host can have as a whole. */
    Octets address() {
        return address;
    }
}
