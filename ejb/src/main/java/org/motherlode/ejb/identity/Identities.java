package org.motherlode.ejb.identity;

import java.util.Map;
import org.motherlode.model.pool.PoolName;

/** Remembers what pools are. */
@FunctionalInterface
public interface Identities {
    /**
     * What is known of this pool, now and after every restart. Where nothing that is known contradicts these values, those of
     * facts that were not known before are written down, all or none; where something does, nothing is written.
     */
    Map<Fact, String> ruling(PoolName pool, Map<Fact, String> values);
}
