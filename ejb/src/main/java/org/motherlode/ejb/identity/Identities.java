package org.motherlode.ejb.identity;

import org.motherlode.model.pool.PoolName;

/** Remembers what pools are. */
@FunctionalInterface
public interface Identities {
    /** What rules for this pool, now and after every restart: this value if there was none before. */
    String ruling(PoolName pool, Fact fact, String value);
}
