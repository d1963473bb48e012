package org.motherlode.ejb.view;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.motherlode.model.stratum.MinerFigures;

/** Who is connected: addresses with the names of their workers. */
record Online(long connections, Map<String, Set<String>> workers) {
    static Online of(List<MinerFigures> connections) {
        Map<String, Set<String>> workers = new HashMap<>();
        for (MinerFigures one : connections) {
            workers.computeIfAbsent(one.address().text(), any -> new HashSet<>())
                    .add(one.worker());
        }
        return new Online(connections.size(), workers);
    }

    long miners() {
        return workers.size();
    }

    Set<String> workersOf(String address) {
        return workers.getOrDefault(address, Set.of());
    }
}
