package org.motherlode.bench.push;

/**
 * What to measure.
 *
 * @param bots connections that each new template's jobs go to
 * @param rounds templates
 * @param warmUp templates before, which are not measured
 * @param threads that read for the bots
 */
public record PushSettings(int bots, int rounds, int warmUp, int threads) {
    public PushSettings {
        if (bots < 1 || rounds < 1 || warmUp < 0 || threads < 1) {
            throw new IllegalArgumentException("at least one bot, one round, one thread");
        }
    }
}
