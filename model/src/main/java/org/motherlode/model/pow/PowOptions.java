package org.motherlode.model.pow;

/**
 * How to hash on this machine.
 *
 * @param fast use a dataset of 2 GiB where the function knows one; eight times the speed of light mode
 * @param threads how many threads may build a dataset for which hashes wait in light mode
 * @param libraryPath the shared library to try first, or empty for the system's
 * @param datasets how many datasets may be kept, 1 or 2; with two, that of the next seed is ready before the seed changes
 * @param threadsAhead how many threads may build a dataset that nobody waits for yet
 */
public record PowOptions(boolean fast, int threads, String libraryPath, int datasets, int threadsAhead) {
    /** The current seed and the next: hashes of the one before are few and may take longer. */
    public static final int MOST_DATASETS = 2;

    public PowOptions {
        if (threads < 1 || threadsAhead < 1) {
            throw new IllegalArgumentException("threads must be at least 1: " + threads + ", " + threadsAhead);
        }
        if (datasets < 1 || datasets > MOST_DATASETS) {
            throw new IllegalArgumentException("datasets must be 1 or 2: " + datasets);
        }
    }

    /** With one dataset, which follows the current seed. */
    public PowOptions(boolean fast, int threads, String libraryPath) {
        this(fast, threads, libraryPath, 1, 1);
    }
}
