package org.motherlode.ejb.share;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;

/** The ledger's figures as meters. */
final class ShareMeters {
    private ShareMeters() {}

    static void register(MeterRegistry registry, ShareFigures figures, InstantSource clock) {
        FunctionCounter.builder("motherlode.shares.stored", figures, ShareFigures::shares)
                .description("shares written to the database")
                .register(registry);
        FunctionCounter.builder("motherlode.share.batches", figures, ShareFigures::batches)
                .tag("outcome", "stored")
                .description("batches taken from the queue")
                .register(registry);
        FunctionCounter.builder("motherlode.share.batches", figures, ShareFigures::known)
                .tag("outcome", "known")
                .description("batches taken from the queue")
                .register(registry);
        Gauge.builder("motherlode.share.lag", figures, each -> lag(each, clock).toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("age of the oldest batch in hand that is not in the database")
                .register(registry);
    }

    static Duration lag(ShareFigures figures, InstantSource clock) {
        return figures.oldestWaiting()
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .orElse(Duration.ZERO);
    }
}
