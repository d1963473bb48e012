package org.motherlode.ejb.share;

import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.InstantSource;
import org.motherlode.ejb.meter.Meters;

/** The ledger's figures as meters. */
final class ShareMeters {
    private ShareMeters() {}

    static void register(Meters meters, ShareFigures figures, InstantSource clock) {
        meters.counter("motherlode.shares.stored", Tags.empty(), figures::shares);
        meters.counter("motherlode.share.batches", Tags.of("outcome", "stored"), figures::batches);
        meters.counter("motherlode.share.batches", Tags.of("outcome", "known"), figures::known);
        meters.gauge(
                "motherlode.share.lag.seconds",
                Tags.empty(),
                () -> lag(figures, clock).toMillis() / 1000.0);
    }

    /** Age of the oldest batch in hand that is not in the database. */
    static Duration lag(ShareFigures figures, InstantSource clock) {
        return figures.oldestWaiting()
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .orElse(Duration.ZERO);
    }
}
