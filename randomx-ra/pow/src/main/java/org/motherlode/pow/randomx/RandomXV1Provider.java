package org.motherlode.pow.randomx;

import org.motherlode.model.pow.PowHasher;
import org.motherlode.model.pow.PowHasherProvider;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowOptions;

/** Offers {@code rx/0}. */
public final class RandomXV1Provider implements PowHasherProvider {
    @Override
    public PowId id() {
        return Algorithm.RX_0.id();
    }

    @Override
    public PowHasher open(PowOptions options) {
        return Opening.open(Algorithm.RX_0, options);
    }
}
