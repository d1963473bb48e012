package org.motherlode.ejb.meter;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Shows figures at {@code /prometheus}, each read when somebody looks. Only by the registry's own methods: WildFly 39 hands
 * an application a registry of which the meters that Micrometer's builders register are never shown.
 *
 * <p>Names are words separated by dots, with the unit at the end; Prometheus has underscores instead, and {@code _total}
 * behind a counter.
 */
public final class Meters {
    private final MeterRegistry registry;
    private final Queue<Supplier<? extends Number>> read =
            new ConcurrentLinkedQueue<>(); // the registry holds them weakly
    private final Queue<String> names = new ConcurrentLinkedQueue<>();

    public Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** What may rise and fall. */
    public void gauge(String name, Tags tags, Supplier<? extends Number> value) {
        register(name, tags, value);
        registry.gauge(name, tags, value, Meters::number);
    }

    /** What only rises. */
    public void counter(String name, Tags tags, Supplier<? extends Number> value) {
        register(name, tags, value);
        registry.more().counter(name, tags, value, Meters::number);
    }

    /** The application may have been here before: what its former self registered would stay in the way. */
    private void register(String name, Tags tags, Supplier<? extends Number> value) {
        List.copyOf(registry.find(name).tags(tags).meters()).forEach(this::remove);
        read.add(value);
        names.add(name);
    }

    void removeAll() {
        names.forEach(name -> List.copyOf(registry.find(name).meters()).forEach(this::remove));
    }

    private void remove(Meter meter) {
        registry.remove(meter);
    }

    private static double number(Supplier<? extends Number> value) {
        return value.get().doubleValue();
    }
}
