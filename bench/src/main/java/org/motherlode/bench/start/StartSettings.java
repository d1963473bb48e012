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
    private static final int SHARES = 2_000;

    public StartSettings {
        if (runs < 1 || settlingMillis < 0 || shares < 1 || threads < 1) {
            throw new IllegalArgumentException("at least one run, one share, one thread");
        }
    }

    public static StartSettings of(int runs, int threads) {
        return new StartSettings(runs, SETTLING_MILLIS, SHARES, threads);
    }
}
