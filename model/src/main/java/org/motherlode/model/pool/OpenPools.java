package org.motherlode.model.pool;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The pools that run on this server. */
public interface OpenPools {
    /** In order of name. */
    List<OpenPool> all();

    /** Theirs. */
    default Set<PoolName> names() {
        return all().stream().map(OpenPool::name).collect(Collectors.toSet());
    }

    Optional<OpenPool> find(PoolName name);

    /** Pools that were stopped, each with the sentence that says why. */
    Map<PoolName, String> stopped();
}
