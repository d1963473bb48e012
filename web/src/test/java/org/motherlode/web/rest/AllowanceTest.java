package org.motherlode.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.ban.AddressRange;

class AllowanceTest {
    private static final AddressRange HOME = Networks.of("192.0.2.1");
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Allowance allowance = new Allowance(new AllowanceBounds(3, 10), () -> now);

    @Test
    void a_network_asks_so_often_and_then_waits_for_the_ten_minutes_to_end() {
        assertThat(taken(HOME, 5)).isEqualTo(3);
        now = now.plus(Duration.ofMinutes(10).minusMillis(1));
        assertThat(taken(HOME, 5)).isZero();

        now = now.plusMillis(1);
        assertThat(taken(HOME, 5)).isEqualTo(3);
    }

    @Test
    void one_network_does_not_use_up_what_the_others_have() {
        taken(HOME, 1000);

        assertThat(taken(Networks.of("198.51.100.1"), 5)).isEqualTo(3);
    }

    @Test
    void all_networks_together_are_bounded() {
        int taken = 0;
        for (int network = 0; network < 200; network++) {
            taken += taken(Networks.of("10.0." + network + ".1"), 2);
        }

        assertThat(taken).isEqualTo(10);
    }

    @Test
    void a_clock_that_was_set_back_shuts_nobody_out() {
        taken(HOME, 3);
        now = now.minus(Duration.ofDays(1));

        assertThat(taken(HOME, 5)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, 192.0.2.0/24",
        "127.0.0.1, 127.0.0.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0/48",
        "::ffff:192.0.2.77, 192.0.2.0/24",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:0/48"
    })
    void neighbours_are_one_network(String remote, String network) {
        assertThat(Networks.of(remote)).hasToString(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "unknown"})
    void what_is_no_address_is_a_bug_and_looks_nothing_up(String remote) {
        assertThatThrownBy(() -> Networks.of(remote)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_bound_that_makes_no_sense_is_named() {
        assertThat(AllowanceBounds.read(key -> null)).isEqualTo(new AllowanceBounds(10, 3000));
        assertThatThrownBy(() -> AllowanceBounds.read(Map.of("motherlode.web.threshold.of-one-network", "0")::get))
                .hasMessageStartingWith("motherlode.web.threshold.of-one-network must be a whole number");
    }

    private int taken(AddressRange network, int tries) {
        int taken = 0;
        for (int time = 0; time < tries; time++) {
            taken += allowance.take(network) ? 1 : 0;
        }
        return taken;
    }
}
