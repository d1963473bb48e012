package org.motherlode.ejb.queue;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Work that is done again and again, never twice at once; a bug in one run is logged and does not end the next. */
public final class Repeated {
    private static final Logger LOG = Logger.getLogger(Repeated.class);

    private Repeated() {}

    public static ScheduledFuture<?> every(
            Duration pause, String name, Runnable work, ScheduledExecutorService executor) {
        return executor.scheduleWithFixedDelay(
                () -> guarded(name, work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs it once; a bug is logged and goes no further. */
    public static void guarded(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s failed unexpectedly and will be tried again", name);
        }
    }
}
