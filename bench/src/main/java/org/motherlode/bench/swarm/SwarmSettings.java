package org.motherlode.bench.swarm;

/**
 * How a swarm connects.
 *
 * @param threads that serve all its connections
 * @param atOnce logins on their way at any time
 * @param sources where its bots come from, on loopback
 */
public record SwarmSettings(PoolPort port, Identity identity, int threads, int atOnce, Sources sources) {
    private static final int AT_ONCE = 500;
    private static final int PER_ADDRESS = 200;

    public SwarmSettings {
        if (threads < 1 || atOnce < 1) {
            throw new IllegalArgumentException("at least one thread and one login at once");
        }
    }

    public static SwarmSettings of(PoolPort port, Identity identity) {
        return new SwarmSettings(port, identity, 1, AT_ONCE, Sources.neighbours(PER_ADDRESS));
    }

    public SwarmSettings withThreads(int other) {
        return new SwarmSettings(port, identity, other, atOnce, sources);
    }

    public SwarmSettings withPort(PoolPort other) {
        return new SwarmSettings(other, identity, threads, atOnce, sources);
    }

    public SwarmSettings withSources(Sources other) {
        return new SwarmSettings(port, identity, threads, atOnce, other);
    }
}
