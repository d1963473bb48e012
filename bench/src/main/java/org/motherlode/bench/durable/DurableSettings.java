package org.motherlode.bench.durable;

/**
 * What to measure.
 *
 * @param bots that send
 * @param perSecond shares, of all bots, while their waiting time is measured
 * @param window of each bot while as many are sent as can be: so many without an answer
 * @param seconds of each phase
 * @param threads of the generator
 */
public record DurableSettings(int bots, int perSecond, int window, int seconds, int threads) {
    public DurableSettings {
        if (bots < 1 || perSecond < 1 || window < 1 || seconds < 1 || threads < 1) {
            throw new IllegalArgumentException("at least one of each");
        }
    }
}
