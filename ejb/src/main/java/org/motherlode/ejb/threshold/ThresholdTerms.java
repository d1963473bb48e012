package org.motherlode.ejb.threshold;

import java.time.Duration;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * How thresholds change.
 *
 * @param tokenLasts how long a challenge may be signed
 * @param raiseWaits after which a higher threshold counts; a lower one counts at once
 * @param between two changes of one address
 * @param atOnce who may ask the database at the same time
 */
record ThresholdTerms(Duration tokenLasts, Duration raiseWaits, Duration between, int atOnce) {
    static ThresholdTerms of(Settings settings) throws SettingException {
        return new ThresholdTerms(
                Duration.ofMinutes(settings.number("motherlode.threshold.token-minutes", 30, 1, 1_440)),
                Duration.ofHours(settings.number("motherlode.threshold.raise-hours", 24, 1, 720)),
                Duration.ofHours(settings.number("motherlode.threshold.pause-hours", 24, 1, 720)),
                (int) settings.number("motherlode.threshold.at-once", 2, 1, 1_000));
    }
}
