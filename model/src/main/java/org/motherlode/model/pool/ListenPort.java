package org.motherlode.model.pool;

import org.motherlode.model.work.Difficulty;

/**
 * A port for miners.
 *
 * @param host the address to bind, for example {@code 127.0.0.1} or {@code ::}
 * @param port 1 to 65535, or 0 for one that the system chooses
 * @param dialect the name of the wire dialect spoken there
 * @param startDifficulty of a new connection
 */
public record ListenPort(String host, int port, String dialect, Difficulty startDifficulty) {
    public ListenPort {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port is 0 to 65535: " + port);
        }
    }
}
