package org.motherlode.bench.plan;

/**
 * What to measure.
 *
 * @param miners who are due; as many as a tenth of them more are on hold, and as many want more to have come together
 * @param runs one after the other
 */
public record PlanSettings(int miners, int runs) {
    public PlanSettings {
        if (miners < 1 || runs < 1) {
            throw new IllegalArgumentException("at least one miner and one run");
        }
    }

    int apart() {
        return Math.max(1, miners / 10);
    }

    int all() {
        return miners + 2 * apart();
    }
}
