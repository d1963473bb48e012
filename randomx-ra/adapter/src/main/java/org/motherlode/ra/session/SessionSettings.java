package org.motherlode.ra.session;

import java.util.Set;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * Bounds of one connection.
 *
 * @param loginMillis from connecting to logging in
 * @param firstJobMillis how long a login may be held for want of a template
 * @param firstShareMillis with work and without a good share
 * @param idleMillis without any line from the miner
 * @param slowReaderMillis without reading what it is sent
 * @param jobsPerMiner jobs remembered, the oldest forgotten first
 * @param ownBlocksPerMiner of these, jobs with a block that the miner made itself
 * @param linesPerSecond on average, shares within the connection's own budget not counted
 * @param linesAtOnce so many of them
 * @param linePartBytes a line counts as one for each so many bytes of it that are begun
 * @param sharesInFlight shares of a proven miner between arrival and verdict
 * @param unprovenInFlight the same before its first good share
 * @param badHashes in a row after which the connection is cut
 * @param unusableLines in all after which the connection is cut
 */
public record SessionSettings(
        long loginMillis,
        long firstJobMillis,
        long firstShareMillis,
        long idleMillis,
        long slowReaderMillis,
        int jobsPerMiner,
        int ownBlocksPerMiner,
        int linesPerSecond,
        int linesAtOnce,
        int linePartBytes,
        int sharesInFlight,
        int unprovenInFlight,
        int badHashes,
        int unusableLines) {
    public static final Set<String> KEYS = Set.of(
            "login-millis",
            "first-job-millis",
            "first-share-millis",
            "idle-millis",
            "slow-reader-millis",
            "jobs-per-miner",
            "own-blocks-per-miner",
            "lines-per-second",
            "lines-at-once",
            "line-part-bytes",
            "shares-in-flight",
            "unproven-in-flight",
            "bad-hashes",
            "unusable-lines");

    private static final int LEAST_AT_ONCE = 1_000;

    public static SessionSettings of(Settings settings) throws SettingException {
        int linesPerSecond = (int) settings.number("lines-per-second", 100, 1, 1_000_000);
        return new SessionSettings(
                settings.number("login-millis", 15_000, 100, 600_000),
                settings.number("first-job-millis", 60_000, 100, 3_600_000),
                settings.number("first-share-millis", 600_000, 100, 86_400_000),
                settings.number("idle-millis", 600_000, 1_000, 86_400_000),
                settings.number("slow-reader-millis", 10_000, 100, 600_000),
                (int) settings.number("jobs-per-miner", 16, 2, 1_000),
                (int) settings.number("own-blocks-per-miner", 2, 1, 1_000),
                linesPerSecond,
                (int) settings.number("lines-at-once", Math.max(LEAST_AT_ONCE, 2 * linesPerSecond), 1, 10_000_000),
                (int) settings.number("line-part-bytes", 1_024, 64, 1_048_576),
                (int) settings.number("shares-in-flight", 64, 1, 100_000),
                (int) settings.number("unproven-in-flight", 8, 1, 100_000),
                (int) settings.number("bad-hashes", 5, 1, 1_000),
                (int) settings.number("unusable-lines", 4, 1, 1_000));
    }
}
