package org.motherlode.ctl.simulation;

import java.util.SplittableRandom;

/** Chance that can be repeated: the same seed gives the same. */
final class Dice {
    /** From here on the normal distribution is as good; it decides only where a day ends. */
    private static final double MANY = 500;

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    static Dice of(long seed) {
        return new Dice(new SplittableRandom(seed));
    }

    /** Others that know nothing of these. */
    Dice split() {
        return new Dice(random.split());
    }

    /** How many tries the first success takes, itself included, where each succeeds with this chance. */
    long tries(double chance) {
        if (chance >= 1) return 1;
        double tries = Math.floor(Math.log1p(-random.nextDouble()) / Math.log1p(-chance));
        return 1 + (long) Math.min(tries, Long.MAX_VALUE / 4.0);
    }

    /** How often something happens that happens so often on average, at any moment with the same chance (Poisson). */
    long times(double mean) {
        if (mean > MANY) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        long times = -1;
        double time = 0;
        while (time <= mean) {
            time -= Math.log1p(-random.nextDouble());
            times++;
        }
        return times;
    }
}
