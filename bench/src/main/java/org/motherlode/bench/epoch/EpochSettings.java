package org.motherlode.bench.epoch;

import org.motherlode.bench.load.Load;

/**
 * What to measure.
 *
 * @param miners that send good shares all the while
 * @param load by all miners together
 * @param seconds before the change, and as many after it
 * @param threads that hash before
 */
public record EpochSettings(int miners, Load load, int seconds, int threads) {
    public EpochSettings {
        if (miners < 1 || seconds < 1 || threads < 1) {
            throw new IllegalArgumentException("at least one of each");
        }
    }
}
