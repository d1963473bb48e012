package org.motherlode.bench.swarm;

/**
 * How a swarm connects.
 *
 * @param threads that serve all its connections
 * @param atOnce logins on their way at any time
 * @param perAddress bots from one source address, on loopback
 */
public record SwarmSettings(PoolPort port, Identity identity, int threads, int atOnce, int perAddress) {
    private static final int AT_ONCE = 500;
    private static final int PER_ADDRESS = 200;

    public SwarmSettings {
        if (threads < 1 || atOnce < 1 || perAddress < 1) {
            throw new IllegalArgumentException("at least one thread, one login at once, one bot from an address");
        }
    }

    public static SwarmSettings of(PoolPort port, Identity identity) {
        return new SwarmSettings(port, identity, 1, AT_ONCE, PER_ADDRESS);
    }

    public SwarmSettings withThreads(int other) {
        return new SwarmSettings(port, identity, other, atOnce, perAddress);
    }

    public SwarmSettings withPort(PoolPort other) {
        return new SwarmSettings(other, identity, threads, atOnce, perAddress);
    }

    public SwarmSettings withPerAddress(int other) {
        return new SwarmSettings(port, identity, threads, atOnce, other);
    }

    Sources sources() {
        return new Sources(perAddress);
    }
}
