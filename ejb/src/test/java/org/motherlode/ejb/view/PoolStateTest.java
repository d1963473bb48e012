package org.motherlode.ejb.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.motherlode.model.view.NetworkView;
import org.motherlode.model.view.WorkView;

class PoolStateTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Optional<WorkView> WORK =
            Optional.of(new WorkView("rx/0", Optional.empty(), Optional.empty(), Optional.empty()));

    @Test
    void a_pool_whose_miners_have_work_is_open() {
        assertThat(PoolViews.state(Optional.of(network(WORK)), NOON)).isEqualTo("open");
    }

    @Test
    void a_pool_whose_node_tells_its_tip_but_gives_no_work_is_not_open() {
        assertThat(PoolViews.state(Optional.of(network(Optional.empty())), NOON))
                .isEqualTo("no work: the node gives none at present");
    }

    @Test
    void of_a_silent_node_it_is_said_since_when() {
        assertThat(PoolViews.state(Optional.of(network(WORK)), NOON.plusSeconds(121)))
                .isEqualTo("no word from the node since 2026-03-01T12:00:00Z");
        assertThat(PoolViews.state(Optional.empty(), NOON)).isEqualTo("waiting for the node's first answer");
    }

    private static NetworkView network(Optional<WorkView> work) {
        return new NetworkView(
                3_000_000, BigInteger.TEN, Optional.empty(), "rx/0", Optional.empty(), Optional.empty(), work, NOON);
    }
}
