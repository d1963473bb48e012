package org.motherlode.bench.idle;

/**
 * What to measure.
 *
 * @param bots logged in, doing nothing
 * @param templates that each is sent jobs of, so that the server remembers as many jobs as it ever does
 * @param tls whether they are encrypted
 * @param threads of the generator
 */
public record IdleSettings(int bots, int templates, boolean tls, int threads) {
    public IdleSettings {
        if (bots < 1 || templates < 0 || threads < 1) {
            throw new IllegalArgumentException("at least one bot, one thread");
        }
    }
}
