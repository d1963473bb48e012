package org.motherlode.bench.start;

/**
 * What to measure.
 *
 * @param runs starts with the pool, and as many without
 * @param settlingMillis between the last start and the first look at the memory
 * @param shares sent before the second look
 * @param threads that hash them beforehand
 */
public record StartSettings(int runs, long settlingMillis, int shares, int threads) {
    private static final long SETTLING_MILLIS = 30_000;

    public StartSettings {
        if (runs < 1 || settlingMillis < 0 || shares < 1 || threads < 1) {
            throw new IllegalArgumentException("at least one run, one share, one thread");
        }
    }

    /** With half a minute to settle. */
    public static StartSettings of(int runs, int shares, int threads) {
        return new StartSettings(runs, SETTLING_MILLIS, shares, threads);
    }
}
