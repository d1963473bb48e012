package org.motherlode.bench.attack;

/**
 * What to measure.
 *
 * @param flooders that send and read nothing: every other one as much as it can, the others as many lines as are allowed
 * @param honest bots whose answers are timed
 * @param seconds of each phase
 * @param threads of the generator
 */
public record FloodSettings(int flooders, int honest, int seconds, int threads) {
    public FloodSettings {
        if (flooders < 1 || honest < 1 || seconds < 1 || threads < 1) {
            throw new IllegalArgumentException("at least one of each");
        }
    }
}
