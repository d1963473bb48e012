package org.motherlode.ejb.retention;

import java.time.Duration;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * How long ended runs of the batch jobs are remembered.
 *
 * @param days at most
 * @param most of each job, at most
 * @param pause between two rounds of letting them go
 */
record RunRetention(int days, int most, Duration pause) {

    static RunRetention of(Settings settings) throws SettingException {
        return new RunRetention(
                (int) settings.number("motherlode.jobs.keep-days", 30, 1, 3_650),
                (int) settings.number("motherlode.jobs.keep-most", 1_000, 1, 1_000_000),
                Duration.ofSeconds(settings.number("motherlode.jobs.purge-seconds", 1_800, 1, 86_400)));
    }
}
