package org.motherlode.bench.swarm;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Where bots come from: 127.0.0.2 and on, so many of them from one address, round and round through 250. One address has
 * fewer than 30,000 ports, and pools count connections by address.
 */
record Sources(int perAddress) {
    private static final int FIRST = 2;
    private static final int ADDRESSES = 250;

    Sources {
        if (perAddress < 1) {
            throw new IllegalArgumentException("at least one bot must come from an address");
        }
    }

    /** Empty where the system is to choose: against a pool on another machine. */
    Optional<InetSocketAddress> of(int bot, PoolPort port) {
        String address = "127.0.0." + (FIRST + bot / perAddress % ADDRESSES);
        return port.hasManySources() ? Optional.of(new InetSocketAddress(address, 0)) : Optional.empty();
    }
}
