package org.motherlode.stratum.client;

import java.util.List;
import java.util.Optional;

/**
 * As whom to log in.
 *
 * @param user the address to be paid, as the pool wants it spelled
 * @param rig this machine's name, if it shall have one
 * @param agent the program's name and version
 * @param algorithms what it can hash, the favourite first
 */
public record Worker(String user, String pass, Optional<String> rig, String agent, List<String> algorithms) {
    public Worker {
        algorithms = List.copyOf(algorithms);
    }
}
