package org.motherlode.batch.timer;

import java.util.HashSet;
import java.util.Set;
import org.motherlode.model.pool.PoolName;

/** Two looks, one after the other. */
record Both(Look first, Look second) implements Look {
    @Override
    public Set<PoolName> look(Set<PoolName> pools) {
        Set<PoolName> failed = new HashSet<>(first.look(pools));
        failed.addAll(second.look(pools));
        return failed;
    }
}
