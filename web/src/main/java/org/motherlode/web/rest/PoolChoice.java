package org.motherlode.web.rest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.motherlode.model.pool.PoolName;

/** Which pool a request means: the named one, or the first if none is named. */
final class PoolChoice {
    private PoolChoice() {}

    static PoolName among(List<PoolName> pools, Optional<String> named) {
        if (pools.isEmpty()) {
            throw new ProblemException(Problem.later("No pool runs here now; the health check says why."));
        }
        if (named.isEmpty()) {
            return pools.get(0);
        }
        return pools.stream()
                .filter(pool -> pool.text().equals(named.get()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.notFound(
                        "pool",
                        "There is no pool of this name; known are "
                                + pools.stream().map(PoolName::text).collect(Collectors.joining(", ")) + ".")));
    }
}
