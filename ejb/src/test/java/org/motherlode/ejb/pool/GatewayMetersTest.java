package org.motherlode.ejb.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.ejb.meter.Meters;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.stratum.PoolDoor;

class GatewayMetersTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final FakeGateway gateway = new FakeGateway();
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void show() {
        GatewayMeters.show(gateway, new Meters(registry), () -> now);
    }

    @Test
    void a_figure_of_the_adapter_is_read_anew_at_each_look() {
        assertThat(open()).isZero();
        openOne();
        now = now.plusSeconds(1);

        assertThat(open()).isEqualTo(1);
    }

    @Test
    void one_look_reads_all_figures_once() {
        assertThat(open()).isZero();
        openOne();

        assertThat(open()).isZero();
    }

    @Test
    void an_adapter_that_goes_down_keeps_its_last_figures() {
        openOne();
        assertThat(open()).isEqualTo(1);
        gateway.goingDown = true;
        now = now.plusSeconds(1);

        assertThat(open()).isEqualTo(1);
    }

    private void openOne() {
        gateway.open(
                new PoolName("toy"), new PoolDoor(text -> new AddressVerdict.Refused("nobody"), new PowId("rx/0")));
    }

    private long open() {
        return Math.round(registry.get("motherlode.adapter.pools.open").gauge().value());
    }
}
