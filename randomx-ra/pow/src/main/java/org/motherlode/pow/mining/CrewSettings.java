package org.motherlode.pow.mining;

import java.time.Duration;

/**
 * How a crew works.
 *
 * @param threads how many search at once
 * @param lightBatch nonces per call in light mode, 1 to 65536; a crew changes to new work after at most one such batch
 * @param fastBatch the same in fast mode
 * @param retry how long to wait before asking again for a seed that is not ready
 */
public record CrewSettings(int threads, int lightBatch, int fastBatch, Duration retry) {
    private static final int MOST = 65_536;

    public CrewSettings {
        if (threads < 1 || lightBatch < 1 || fastBatch < 1 || lightBatch > MOST || fastBatch > MOST) {
            throw new IllegalArgumentException("at least one thread, and batches of 1 to 65536 nonces");
        }
        if (retry.isNegative() || retry.isZero()) {
            throw new IllegalArgumentException("the wait for a seed must be positive: " + retry);
        }
    }

    /** Batches of about a fifth of a second. */
    public static CrewSettings of(int threads) {
        return new CrewSettings(threads, 8, 64, Duration.ofMillis(200));
    }
}
