package org.motherlode.bench.login;

/**
 * What to measure.
 *
 * @param bots that come in each round
 * @param atOnce of them on their way at any time
 * @param rounds each from an empty server
 * @param tls whether they are encrypted; the floor is not
 * @param threads of the generator
 */
public record LoginSettings(int bots, int atOnce, int rounds, boolean tls, int threads) {
    public LoginSettings {
        if (bots < 1 || atOnce < 1 || rounds < 1 || threads < 1) {
            throw new IllegalArgumentException("at least one bot, one at once, one round, one thread");
        }
    }
}
