package org.motherlode.batch.timer;

import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import java.time.Duration;
import java.util.List;

/**
 * How often a job's timer looks for work. Its timer lives in memory: the container writes each tick of one that lives in
 * the database, and where the database is away for longer than a few tries, that timer never comes again.
 *
 * @param job the job's name
 */
record Interval(String job, Duration every) {

    /** Starts the timer. Those go that an earlier version left in a database whose store the server still has. */
    void start(TimerService timers) {
        List.copyOf(timers.getTimers()).forEach(Timer::cancel);
        timers.createIntervalTimer(every.toMillis(), every.toMillis(), new TimerConfig(job, false));
    }
}
