package org.motherlode.ejb.pool;

import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.motherlode.ejb.meter.Meters;
import org.motherlode.model.stratum.GatewayFigures;
import org.motherlode.model.stratum.StratumGateway;

/** The adapter's figures among the server's: all of them are read at once, and then serve for the rest of a look. */
final class GatewayMeters {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final StratumGateway gateway;
    private final InstantSource clock;
    private Map<String, Long> read = Map.of();
    private Instant readAt = Instant.MIN;

    private GatewayMeters(StratumGateway gateway, InstantSource clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    /** Shows each as {@code motherlode_adapter_…}. */
    static void show(StratumGateway gateway, Meters meters, InstantSource clock) {
        GatewayMeters shown = new GatewayMeters(gateway, clock);
        GatewayFigures figures = gateway.figures();
        figures.values().keySet().forEach(name -> {
            String metric = "motherlode.adapter." + name.replace('_', '.');
            if (figures.counters().contains(name)) {
                meters.counter(metric, Tags.empty(), () -> shown.figure(name));
            } else {
                meters.gauge(metric, Tags.empty(), () -> shown.figure(name));
            }
        });
    }

    private synchronized long figure(String name) {
        Instant now = clock.instant();
        if (readAt.isBefore(now.minus(LOOK)) || readAt.isAfter(now)) {
            readAt = now;
            try {
                read = gateway.figures().values();
            } catch (IllegalStateException goingDown) {
                return last(name); // the adapter has stopped before the application: what was counted stays true
            }
        }
        return last(name);
    }

    private long last(String name) {
        return read.getOrDefault(name, 0L);
    }
}
