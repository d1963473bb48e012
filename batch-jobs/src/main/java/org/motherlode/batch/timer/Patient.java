package org.motherlode.batch.timer;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * A look that may fail, because the database is away or a pool is just closing: the timer comes again, so the first
 * failure is told and the following ones are not, until a look succeeds or something else is wrong.
 */
record Patient(String job, Runnable look, AtomicReference<Told> told) {
    private static final Logger LOG = Logger.getLogger(Patient.class);

    /** What was told last. */
    enum Told {
        NOTHING_WRONG,
        OUTAGE,
        FAULT
    }

    Patient(String job, Runnable look) {
        this(job, look, nothingWrong());
    }

    static AtomicReference<Told> nothingWrong() {
        return new AtomicReference<>(Told.NOTHING_WRONG);
    }

    /** Whether the look succeeded. */
    boolean tick() {
        try {
            look.run();
            if (told.getAndSet(Told.NOTHING_WRONG) != Told.NOTHING_WRONG) {
                LOG.infof("%s: the timer can look for work again", job);
            }
            return true;
        } catch (RuntimeException | Error e) {
            failed(e);
            return false;
        }
    }

    private void failed(Throwable fault) {
        Optional<String> outage = Outage.words(fault);
        Told now = outage.isPresent() ? Told.OUTAGE : Told.FAULT;
        if (told.getAndSet(now) != now) {
            outage.ifPresentOrElse(
                    words -> LOG.warnf("%s: the timer could not look for work, the database is away: %s", job, words),
                    () -> LOG.warnf(fault, "%s: the timer could not look for work", job));
        }
    }
}
