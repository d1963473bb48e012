package org.motherlode.model.pool;

import java.util.Optional;
import org.motherlode.model.work.Difficulty;

/**
 * A port for miners.
 *
 * @param host the address to bind, for example {@code 127.0.0.1} or {@code ::}
 * @param port 1 to 65535, or 0 for one that the system chooses
 * @param dialect the name of the wire dialect spoken there
 * @param startDifficulty of a new connection
 * @param least the least difficulty on this port; absent for what the pool says
 */
public record ListenPort(
        String host,
        int port,
        String dialect,
        Difficulty startDifficulty,
        Optional<Difficulty> least,
        PortSecurity security) {
    public ListenPort {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port is 0 to 65535: " + port);
        }
        if (least.filter(bound -> bound.compareTo(startDifficulty) > 0).isPresent()) {
            throw new IllegalArgumentException("the least difficulty is above that of the start: " + port);
        }
    }

    /** A port without TLS and without a bound of its own. */
    public ListenPort(String host, int port, String dialect, Difficulty startDifficulty) {
        this(host, port, dialect, startDifficulty, Optional.empty(), PortSecurity.PLAIN);
    }
}
