package org.motherlode.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveBoundsTest {
    @Test
    void each_bound_has_a_property_of_its_own() {
        LiveBounds bounds = LiveBounds.read(Map.of("motherlode.web.live.clients", "5")::get);

        assertThat(bounds.clients()).isEqualTo(5);
        assertThat(bounds.queue()).isEqualTo(64);
    }

    @Test
    void a_bound_that_makes_no_sense_names_its_key() {
        assertThatThrownBy(() -> LiveBounds.read(Map.of("motherlode.web.live.queue", "0")::get))
                .hasMessage("motherlode.web.live.queue must be a whole number from 1 to 999999, not '0'");
    }
}
