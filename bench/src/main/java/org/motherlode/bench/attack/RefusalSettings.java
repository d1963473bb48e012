package org.motherlode.bench.attack;

/**
 * What to measure.
 *
 * @param bots that send shares of no job
 * @param perSecond such shares, of all bots, while their waiting time is measured
 * @param window of each bot while as many are sent as can be: so many without an answer
 * @param seconds of each phase
 * @param busyShares good ones, of other miners, that keep the verifiers busy meanwhile
 * @param threads that hash before, and that serve the bots
 */
public record RefusalSettings(int bots, int perSecond, int window, int seconds, int busyShares, int threads) {
    public RefusalSettings {
        if (bots < 1 || perSecond < 1 || window < 1 || seconds < 1 || busyShares < 1 || threads < 1) {
            throw new IllegalArgumentException("at least one of each");
        }
    }
}
