package org.motherlode.batch.timer;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * A look that may fail, because the database is away or a pool is just closing: the timer comes again, so the first
 * failure is told and the following ones are not, until a look succeeds.
 */
record Patient(String job, Runnable look, AtomicBoolean failing) {
    private static final Logger LOG = Logger.getLogger(Patient.class);

    Patient(String job, Runnable look) {
        this(job, look, new AtomicBoolean());
    }

    /** Whether the look succeeded. */
    boolean tick() {
        try {
            look.run();
            if (failing.getAndSet(false)) {
                LOG.infof("%s: the timer can look for work again", job);
            }
            return true;
        } catch (RuntimeException | Error e) {
            if (!failing.getAndSet(true)) {
                Outage.words(e)
                        .ifPresentOrElse(
                                words -> LOG.warnf(
                                        "%s: the timer could not look for work, the database is away: %s", job, words),
                                () -> LOG.warnf(e, "%s: the timer could not look for work", job));
            }
            return false;
        }
    }
}
