package org.motherlode.bench.latency;

/**
 * What to measure.
 *
 * @param cycles of one good share each; a 99th percentile wants hundreds
 * @param warmUpShares through the whole path before
 */
public record LatencySettings(int cycles, int warmUpShares) {
    public LatencySettings {
        if (cycles < 2 || warmUpShares < 1) {
            throw new IllegalArgumentException("at least two cycles, one share to warm up");
        }
    }
}
