package org.motherlode.ejb.ban;

import java.time.Duration;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * How bans are kept.
 *
 * @param look the pause between two looks for new bans of the adapter
 * @param mirror the pause between two looks at the table
 * @param keep how long a ban that is over stays in the table
 * @param mirrored rows that are read at most, those that end last
 * @param waiting an operator's bans and lifts that wait for the database at most
 */
record BanTerms(Duration look, Duration mirror, Duration keep, int mirrored, int waiting) {
    static BanTerms of(Settings settings) throws SettingException {
        return new BanTerms(
                Duration.ofMillis(settings.number("motherlode.ban.look-millis", 500, 10, 60_000)),
                Duration.ofSeconds(settings.number("motherlode.ban.mirror-seconds", 10, 1, 3_600)),
                Duration.ofDays(settings.number("motherlode.ban.keep-days", 7, 1, 3_650)),
                (int) settings.number("motherlode.ban.mirrored", 50_000, 1, 1_000_000),
                (int) settings.number("motherlode.ban.waiting", 10_000, 1, 1_000_000));
    }
}
