package org.motherlode.bench.path;

/**
 * What to measure.
 *
 * @param verifiers threads of the server that hash, and of the library alone
 * @param rounds each with a stretch of the library alone before and after the path
 * @param sharesPerRound through the path; half a minute of them gives a calm figure
 * @param aloneHashes of one thread, before and after each
 */
public record PathSettings(int verifiers, int rounds, int sharesPerRound, int aloneHashes) {
    /** Of a core in light mode, and in fast mode, about; it only sets how long a round takes. */
    private static final int LIGHT_PER_SECOND = 40;

    private static final int FAST_PER_SECOND = 280;

    private static final int ALONE_SECONDS = 8;

    public PathSettings {
        if (verifiers < 1 || rounds < 1 || sharesPerRound < verifiers || aloneHashes < 1) {
            throw new IllegalArgumentException(
                    "at least one verifier, one round, one share for each verifier, one hash");
        }
    }

    /** Rounds in which the path is busy for about this long. */
    public static PathSettings of(int verifiers, int rounds, int seconds, boolean fast) {
        int hashes = fast ? FAST_PER_SECOND : LIGHT_PER_SECOND;
        return new PathSettings(verifiers, rounds, verifiers * hashes * seconds, hashes * ALONE_SECONDS);
    }
}
