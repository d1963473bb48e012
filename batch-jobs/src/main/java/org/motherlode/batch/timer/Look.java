package org.motherlode.batch.timer;

import java.util.Set;
import org.motherlode.model.pool.PoolName;

/** Looks once for work of some pools, and starts a job for it. */
@FunctionalInterface
interface Look {
    /** Those of them that could not be looked at. */
    Set<PoolName> look(Set<PoolName> pools);
}
