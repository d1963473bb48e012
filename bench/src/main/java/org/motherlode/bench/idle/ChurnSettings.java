package org.motherlode.bench.idle;

/**
 * What to measure.
 *
 * @param cycles connections that come and go
 * @param atOnce of them at any time
 * @param loginEvery so manieth logs in before it goes
 * @param threads of the generator
 */
public record ChurnSettings(int cycles, int atOnce, int loginEvery, int threads) {
    public ChurnSettings {
        if (cycles < 1 || atOnce < 1 || loginEvery < 1 || threads < 1) {
            throw new IllegalArgumentException("at least one of each");
        }
    }
}
