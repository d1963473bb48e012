package org.motherlode.ra.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Moments in whole microseconds, each later than the one before, whatever the system's clock does. Strictly later, so
 * that "nothing beyond this at that moment" is true to the last microsecond. Not thread-safe.
 */
final class AcceptanceClock {
    private final InstantSource source;
    private Instant last = Instant.EPOCH;

    AcceptanceClock(InstantSource source) {
        this.source = source;
    }

    Instant next() {
        Instant now = source.instant().truncatedTo(ChronoUnit.MICROS);
        last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        return last;
    }
}
