package org.motherlode.model.pow;

/**
 * How to hash on this machine.
 *
 * @param fast use a dataset of 2 GiB where the function knows one; eight times the speed of light mode
 * @param threads how many threads may build a dataset
 * @param libraryPath the shared library to try first, or empty for the system's
 */
public record PowOptions(boolean fast, int threads, String libraryPath) {
    public PowOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1: " + threads);
        }
    }
}
