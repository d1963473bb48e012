package org.motherlode.batch.timer;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * A look that may fail, because the database is away or a pool is just closing: the timer comes again, so the first
 * failure is told and the following ones are not, until a look succeeds.
 */
record Patient(String job, Look look, AtomicBoolean failing) {
    private static final Logger LOG = Logger.getLogger(Patient.class);

    Patient(String job, Look look) {
        this(job, look, new AtomicBoolean());
    }

    void end() {
        look.end();
    }

    void tick() {
        try {
            look.look();
            if (failing.getAndSet(false)) {
                LOG.infof("%s: the timer can look for work again", job);
            }
        } catch (RuntimeException | Error e) {
            if (!failing.getAndSet(true)) {
                LOG.warnf(e, "%s: the timer could not look for work", job);
            }
        }
    }
}
