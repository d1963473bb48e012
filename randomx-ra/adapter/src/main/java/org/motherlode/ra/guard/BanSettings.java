package org.motherlode.ra.guard;

import java.time.Duration;
import java.util.Set;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * When an address is banned and for how long.
 *
 * @param leastShares of an address before a ratio is looked at
 * @param windowShares after which half of them is forgotten
 * @param percent of wrong hashes among them; what weighs less counts less
 * @param wrongOnly wrong hashes of an address that has had no good share
 * @param first how long the first ban is; each further one is twice as long
 * @param longest and no longer than this
 * @param memory how long after its end a ban makes the next one longer
 * @param kept bans and memories of bans; beyond, what ends first is forgotten
 * @param unstored own bans that wait for the database; beyond, the oldest is not stored
 * @param wordsMillis the shortest time between two sentences at the door for one ban
 * @param unknownJobs shares of jobs that it never had, before a connection's first good one, until it is cut
 */
record BanSettings(
        int leastShares,
        int windowShares,
        int percent,
        int wrongOnly,
        Duration first,
        Duration longest,
        Duration memory,
        int kept,
        int unstored,
        long wordsMillis,
        int unknownJobs) {
    static final Set<String> KEYS = Set.of(
            "ban-least-shares",
            "ban-window-shares",
            "ban-percent",
            "ban-wrong-only",
            "ban-first-seconds",
            "ban-longest-seconds",
            "ban-memory-seconds",
            "bans-kept",
            "bans-unstored",
            "ban-words-millis",
            "unknown-jobs");

    static BanSettings of(Settings settings) throws SettingException {
        int least = (int) settings.number("ban-least-shares", 30, 1, 1_000_000);
        Duration first = Duration.ofSeconds(settings.number("ban-first-seconds", 60, 1, 31_536_000));
        return new BanSettings(
                least,
                (int) settings.number("ban-window-shares", Math.max(1_000, 2 * least), 2L * least, 100_000_000),
                (int) settings.number("ban-percent", 25, 1, 100),
                (int) settings.number("ban-wrong-only", 5, 1, 1_000_000),
                first,
                Duration.ofSeconds(settings.number(
                        "ban-longest-seconds", Math.max(3_600, first.toSeconds()), first.toSeconds(), 31_536_000)),
                Duration.ofSeconds(settings.number("ban-memory-seconds", 86_400, 0, 31_536_000)),
                (int) settings.number("bans-kept", 100_000, 1, 10_000_000),
                (int) settings.number("bans-unstored", 10_000, 1, 1_000_000),
                settings.number("ban-words-millis", 5_000, 0, 3_600_000),
                (int) settings.number("unknown-jobs", 4, 1, 1_000_000));
    }

    /** How long the ban is that comes after {@code before} others. */
    Duration length(int before) {
        Duration length = first;
        for (int i = 0; i < before && length.compareTo(longest) < 0; i++) {
            length = length.multipliedBy(2);
        }
        return length.compareTo(longest) > 0 ? longest : length;
    }
}
