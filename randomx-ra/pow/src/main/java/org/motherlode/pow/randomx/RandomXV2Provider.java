package org.motherlode.pow.randomx;

import org.motherlode.model.pow.PowHasher;
import org.motherlode.model.pow.PowHasherProvider;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowOptions;

/** Offers {@code rx/2}. */
public final class RandomXV2Provider implements PowHasherProvider {
    @Override
    public PowId id() {
        return Algorithm.RX_2.id();
    }

    @Override
    public PowHasher open(PowOptions options) {
        return Opening.open(Algorithm.RX_2, options);
    }
}
