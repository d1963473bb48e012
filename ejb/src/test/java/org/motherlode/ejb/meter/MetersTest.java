package org.motherlode.ejb.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class MetersTest {
    private static final Tags POOL = Tags.of("pool", "monero");

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Meters meters = new Meters(registry);

    @Test
    void a_figure_is_read_when_somebody_looks() {
        StringBuilder growing = new StringBuilder();
        meters.gauge("motherlode.length", POOL, growing::length);
        meters.counter("motherlode.letters", Tags.empty(), growing::length);
        growing.append("four");

        assertThat(registry.get("motherlode.length").tags(POOL).gauge().value()).isEqualTo(4);
        assertThat(registry.get("motherlode.letters").functionCounter().count()).isEqualTo(4);
    }

    @Test
    void what_a_redeployed_application_registers_takes_the_place_of_what_was_there() {
        meters.gauge("motherlode.length", POOL, () -> 1);
        new Meters(registry).gauge("motherlode.length", POOL, () -> 2);

        assertThat(registry.getMeters()).hasSize(1);
        assertThat(registry.get("motherlode.length").gauge().value()).isEqualTo(2);
    }

    @Test
    void nothing_is_left_when_the_application_ends() {
        meters.gauge("motherlode.length", POOL, () -> 1);
        registry.counter("of.others");

        meters.removeAll();

        assertThat(registry.getMeters()).hasSize(1);
    }
}
