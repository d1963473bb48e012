package org.motherlode.pow.randomx;

import org.motherlode.model.pow.PowOptions;
import org.motherlode.pow.machine.MemoryBudget;
import org.motherlode.randomx.RandomX;

/** Makes a hasher, or says in a sentence what the machine lacks. */
final class Opening {
    private Opening() {}

    static RandomXHasher open(Algorithm algorithm, PowOptions options) {
        RandomX randomX = Libraries.at(options.libraryPath());
        if (!randomX.supports(algorithm.variant())) {
            throw new IllegalStateException(algorithm.id() + " needs librandomx 2.0 or later; " + randomX.library()
                    + " does not give its official vector");
        }
        return new RandomXHasher(algorithm, randomX, options, MemoryBudget.ofThisMachine());
    }
}
