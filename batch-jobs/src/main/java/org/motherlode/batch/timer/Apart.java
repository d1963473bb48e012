package org.motherlode.batch.timer;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.motherlode.model.pool.PoolName;

/** Looks at each pool by itself: what is wrong with one is told once and keeps no other's run back. */
final class Apart {
    private final String job;
    private final Map<PoolName, AtomicReference<Patient.Told>> told = new HashMap<>();

    Apart(String job) {
        this.job = job;
    }

    /** Those that could not be looked at. */
    Set<PoolName> look(Set<PoolName> pools, Consumer<PoolName> look) {
        return pools.stream().filter(pool -> !patient(pool, look).tick()).collect(Collectors.toSet());
    }

    private Patient patient(PoolName pool, Consumer<PoolName> look) {
        AtomicReference<Patient.Told> its = told.computeIfAbsent(pool, name -> Patient.nothingWrong());
        return new Patient(job + " of pool " + pool, () -> look.accept(pool), its);
    }
}
