package org.motherlode.bench.crowd;

/**
 * What to measure.
 *
 * @param bots of all kinds
 * @param seconds of sending
 * @param sharesPerSecond of all bots together, each hashed before
 * @param mix of bots
 * @param threads that hash before, and that serve the bots
 */
public record CrowdSettings(int bots, int seconds, int sharesPerSecond, Mix mix, int threads) {
    public CrowdSettings {
        if (bots < 1 || seconds < 1 || sharesPerSecond < 1 || threads < 1) {
            throw new IllegalArgumentException("at least one bot, one second, one share a second, one thread");
        }
    }

    int shares() {
        return Math.multiplyExact(seconds, sharesPerSecond);
    }
}
