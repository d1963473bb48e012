package org.motherlode.bench.durable;

import org.motherlode.model.pow.PowHasher;
import org.motherlode.model.pow.PowHasherProvider;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowOptions;

/** Found by the server of the bench, and by no other: the jar of the bench does not name it as a service. */
public final class TrivialProvider implements PowHasherProvider {
    @Override
    public PowId id() {
        return TrivialHasher.ID;
    }

    @Override
    public PowHasher open(PowOptions options) {
        return new TrivialHasher();
    }
}
