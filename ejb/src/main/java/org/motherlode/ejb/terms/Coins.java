package org.motherlode.ejb.terms;

import java.util.List;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;

/** The pools whose money can be moved now. */
@FunctionalInterface
public interface Coins {
    List<PoolFacts> all();

    default PoolFacts of(PoolName pool) {
        return all().stream()
                .filter(facts -> facts.pool().equals(pool))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("pool " + pool + " is not open"));
    }

    static Coins of(OpenPools pools) {
        return () -> pools.all().stream()
                .map(open -> new PoolFacts(
                        open.name(),
                        open.chain().asset(),
                        open.definition().settings(),
                        open.chain().addresses()))
                .toList();
    }
}
