package org.motherlode.ra.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * Moments in whole microseconds, each later than the one before and than all of the node's life before, whatever the
 * system's clock does. Strictly later, so that "nothing beyond this at that moment" is true to the last microsecond. One
 * thread at a time.
 */
public final class AcceptanceClock {
    private final InstantSource source;
    private final Supplier<Instant> end;
    private volatile Instant last;

    /**
     * @param begin all moments are later
     * @param end what is reserved now: where the system's clock is beyond it, moments follow each other by a microsecond
     */
    public AcceptanceClock(InstantSource source, Instant begin, Supplier<Instant> end) {
        this.source = source;
        this.end = end;
        this.last = begin.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
    }

    Instant next() {
        Instant now = source.instant();
        Instant bound = end.get();
        Instant usable = (now.isAfter(bound) ? bound : now).truncatedTo(ChronoUnit.MICROS);
        last = usable.isAfter(last) ? usable : last.plus(1, ChronoUnit.MICROS);
        return last;
    }

    /** The last one that was given out; without one, the earliest that could have been. */
    public Instant last() {
        return last;
    }
}
