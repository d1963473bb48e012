package org.motherlode.bench.swarm;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Where bots come from: addresses of 127.0.0.0/8, so many bots from each. One address has fewer than 30,000 ports, and pools
 * count connections by address and by network.
 *
 * @param second the second number of their addresses
 * @param apart whether each address is in a /24 of its own
 * @param perAddress bots from one address
 */
public record Sources(int second, boolean apart, int perAddress) {
    private static final int FIRST = 2;
    private static final int ADDRESSES = 250;
    private static final int MOST = 255;

    public Sources {
        if (second < 0 || second > MOST || perAddress < 1) {
            throw new IllegalArgumentException(
                    "at least one bot must come from an address, whose second number is 0 to 255");
        }
    }

    /** All from one network: 127.0.0.2 to 127.0.0.251, round and round. */
    public static Sources neighbours(int perAddress) {
        return new Sources(0, false, perAddress);
    }

    /** Each address from a network of its own: 127.{@code second}.2.1 to 127.{@code second}.251.1. */
    public static Sources strangers(int second, int perAddress) {
        return new Sources(second, true, perAddress);
    }

    /** Empty where the system is to choose: against a pool on another machine. */
    Optional<InetSocketAddress> of(int bot, PoolPort port) {
        int number = FIRST + bot / perAddress % ADDRESSES;
        String address = "127." + second + (apart ? "." + number + ".1" : ".0." + number);
        return port.hasManySources() ? Optional.of(new InetSocketAddress(address, 0)) : Optional.empty();
    }
}
