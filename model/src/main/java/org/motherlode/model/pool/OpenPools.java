package org.motherlode.model.pool;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pools that run on this server. */
public interface OpenPools {
    /** In order of name. */
    List<OpenPool> all();

    Optional<OpenPool> find(PoolName name);

    /** Pools that were stopped, each with the sentence that says why. */
    Map<PoolName, String> stopped();
}
