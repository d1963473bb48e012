package org.motherlode.bench.crowd;

/**
 * What to measure.
 *
 * @param bots of all kinds
 * @param seconds of sending
 * @param sharesPerSecond of all bots together, each hashed before; 0 if they mine, as fast as the threads can
 * @param mix of bots
 * @param threads that hash before, and that serve the bots
 */
public record CrowdSettings(int bots, int seconds, int sharesPerSecond, Mix mix, int threads) {
    public CrowdSettings {
        if (bots < 1 || seconds < 1 || sharesPerSecond < 0 || threads < 1) {
            throw new IllegalArgumentException(
                    "at least one bot, one second, one thread, and no less than no share a second");
        }
    }

    boolean areMining() {
        return sharesPerSecond == 0;
    }

    int shares() {
        return Math.multiplyExact(seconds, sharesPerSecond);
    }
}
