package org.motherlode.ra.verify;

import java.util.Set;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.pow.PowOptions;
import org.motherlode.pow.machine.Processors;

/**
 * Bounds of the verification.
 *
 * @param threads verifiers, each with machines of its own
 * @param provenLine how many shares of proven miners may wait
 * @param unprovenLine how many shares of new miners may wait
 * @param blockLine how many claimed blocks may wait in each of their two lanes
 * @param proposalLine how many blocks that miners made themselves may wait to be judged
 * @param library the shared library of a proof of work to try first; empty for the system's
 * @param datasets how many datasets of 2080 MiB a function may have in fast mode, 1 or 2
 * @param datasetThreads how many threads make one that no share waits for yet
 * @param unprovenVerifiers how many verifiers may be with miners that have proven nothing, while proven ones are at work
 * @param spareVerifiers how many verifiers must have nothing to do beside one that turns to such a miner meanwhile
 * @param unprovenPart such miners get one turn in so many where proven ones want all of them
 * @param atWorkMillis how long after its last share a proven miner counts as at work
 */
public record VerifySettings(
        int threads,
        int provenLine,
        int unprovenLine,
        int blockLine,
        int proposalLine,
        String library,
        int datasets,
        int datasetThreads,
        int unprovenVerifiers,
        int spareVerifiers,
        int unprovenPart,
        long atWorkMillis) {
    public static final Set<String> KEYS = Set.of(
            "verify-line",
            "unproven-line",
            "block-line",
            "proposal-line",
            "datasets",
            "dataset-threads",
            "unproven-verifiers",
            "spare-verifiers",
            "unproven-part",
            "at-work-millis");

    /** Reads the bounds; {@code threads} of 0 means one for each processor that the process may use all the time. */
    public static VerifySettings of(long threads, String library, Settings settings) throws SettingException {
        int verifiers = threads == 0 ? Processors.available() : (int) threads;
        return new VerifySettings(
                verifiers,
                (int) settings.number("verify-line", 4_096, 1, 1_000_000),
                (int) settings.number("unproven-line", 512, 1, 1_000_000),
                (int) settings.number("block-line", 64, 1, 100_000),
                (int) settings.number("proposal-line", 256, 1, 100_000),
                library,
                (int) settings.number("datasets", PowOptions.MOST_DATASETS, 1, PowOptions.MOST_DATASETS),
                (int) settings.number("dataset-threads", 1, 1, 1_024),
                (int) settings.number("unproven-verifiers", Math.max(1, verifiers / 2), 1, 1_024),
                (int) settings.number("spare-verifiers", 1, 0, 1_024),
                (int) settings.number("unproven-part", 16, 2, 1_000),
                settings.number("at-work-millis", 30_000, 100, 3_600_000));
    }

    int most(Lane lane) {
        return switch (lane) {
            case PROVEN_BLOCK, UNPROVEN_BLOCK -> blockLine;
            case PROVEN -> provenLine;
            case UNPROVEN -> unprovenLine;
        };
    }
}
