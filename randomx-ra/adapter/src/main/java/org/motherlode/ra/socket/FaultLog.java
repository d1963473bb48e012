package org.motherlode.ra.socket;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;

/**
 * Logs bugs that a connection ran into: one a minute with its stack, the others only counted. Whoever finds a line that
 * we stumble over may send it as often as he likes.
 */
final class FaultLog {
    private static final Logger LOG = Logger.getLogger(FaultLog.class);
    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Figures figures;
    private final LongSupplier nanoTime;
    private final AtomicLong nextAt;

    FaultLog(Figures figures, LongSupplier nanoTime) {
        this.figures = figures;
        this.nanoTime = nanoTime;
        this.nextAt = new AtomicLong(nanoTime.getAsLong());
    }

    void note(Object connection, Throwable cause) {
        figures.count(Count.CONNECTION_FAULTS);
        long now = nanoTime.getAsLong();
        long next = nextAt.get();
        if (now - next >= 0 && nextAt.compareAndSet(next, now + PAUSE_NANOS)) {
            LOG.errorf(
                    cause,
                    "%s is closed: a fault of ours, number %d",
                    connection,
                    figures.total(Count.CONNECTION_FAULTS));
        }
    }
}
