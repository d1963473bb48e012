package org.motherlode.ra.socket;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.motherlode.model.bytes.Octets;

/** How many connections there are, in all and from each address. An IPv6 network of 64 bits counts as one address. */
final class ConnectionBounds {
    private static final int NETWORK_BYTES = 8;

    private final SocketSettings settings;
    private final Map<Octets, Integer> byAddress = new HashMap<>();
    private int all;

    ConnectionBounds(SocketSettings settings) {
        this.settings = settings;
    }

    /** False if a bound is reached; if true, {@link #leave} must follow. */
    synchronized boolean enter(InetAddress address) {
        Octets origin = origin(address);
        int here = byAddress.getOrDefault(origin, 0);
        if (all >= settings.connections() || here >= settings.connectionsPerAddress()) {
            return false;
        }
        all++;
        byAddress.put(origin, here + 1);
        return true;
    }

    synchronized void leave(InetAddress address) {
        all--;
        byAddress.computeIfPresent(origin(address), (origin, here) -> here > 1 ? here - 1 : null);
    }

    synchronized int all() {
        return all;
    }

    private static Octets origin(InetAddress address) {
        byte[] bytes = address.getAddress();
        return Octets.of(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }
}
