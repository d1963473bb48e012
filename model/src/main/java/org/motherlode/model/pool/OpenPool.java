package org.motherlode.model.pool;

import org.motherlode.model.chain.Chain;

/** A pool whose settings made sense, with its chain. */
public record OpenPool(PoolDefinition definition, Chain chain) {
    public PoolName name() {
        return definition.name();
    }
}
