package org.motherlode.batch.timer;

import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import java.time.Duration;
import java.util.List;

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
}
