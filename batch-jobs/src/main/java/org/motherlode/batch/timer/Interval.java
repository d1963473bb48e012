package org.motherlode.batch.timer;

import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import java.time.Duration;
import java.util.List;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * How often a job's timer looks for work.
 *
 * @param job the job's name
 */
record Interval(String job, Duration every) {

    /** Makes the timer in the database unless it is there with this interval; others of this bean are taken away. */
    void keep(TimerService timers) {
        String info = job + " every " + every;
        boolean there = false;
        for (Timer timer : List.copyOf(timers.getTimers())) {
            if (!there && info.equals(timer.getInfo())) {
                there = true;
            } else {
                timer.cancel();
            }
        }
        if (!there) {
            timers.createIntervalTimer(every.toMillis(), every.toMillis(), new TimerConfig(info, true));
        }
    }

    /** A system property in seconds, 1 to 86400; a value that makes no sense stops the deployment and names the key. */
    static Duration seconds(String property, long otherwise) {
        try {
            Settings settings = Settings.parse(property + " = " + System.getProperty(property, ""));
            return Duration.ofSeconds(settings.number(property, otherwise, 1, 86_400));
        } catch (SettingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
