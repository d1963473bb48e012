package org.motherlode.ra.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {
    private final Lanes<String> lanes = new Lanes<>(new VerifySettings(1, 100, 2, 1, ""));

    @Test
    void proven_miners_go_before_new_ones_and_blocks_before_shares() throws InterruptedException {
        lanes.offer(Lane.UNPROVEN, "new");
        lanes.offer(Lane.PROVEN, "proven");
        lanes.offer(Lane.UNPROVEN_BLOCK, "new block");
        lanes.offer(Lane.PROVEN_BLOCK, "block");

        assertThat(List.of(next(), next(), next(), next())).containsExactly("block", "proven", "new block", "new");
    }

    @Test
    void a_full_lane_takes_no_more_and_leaves_the_others_alone() {
        assertThat(lanes.offer(Lane.UNPROVEN, "one")).isTrue();
        assertThat(lanes.offer(Lane.UNPROVEN, "two")).isTrue();
        assertThat(lanes.offer(Lane.UNPROVEN, "three")).isFalse();
        assertThat(lanes.offer(Lane.PROVEN, "three")).isTrue();
        assertThat(lanes.waiting(Lane.UNPROVEN)).isEqualTo(2);
    }

    @Test
    void a_newcomer_gets_its_turn_on_a_busy_server() throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            lanes.offer(Lane.PROVEN, "proven");
        }
        lanes.offer(Lane.UNPROVEN, "new");
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            taken.add(next());
        }

        assertThat(taken).contains("new");
    }

    /** Whoever claims blocks that are none, as fast as they are looked at, takes one turn in sixteen. */
    @Test
    void claims_of_strangers_hold_up_no_proven_miner() throws InterruptedException {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            lanes.offer(Lane.UNPROVEN_BLOCK, "claim");
            lanes.offer(Lane.PROVEN, "proven");
            taken.add(next());
        }

        assertThat(taken).filteredOn("claim"::equals).hasSize(3);
    }

    @Test
    void closed_lanes_take_and_give_nothing() throws InterruptedException {
        lanes.offer(Lane.PROVEN, "one");
        lanes.close();

        assertThat(lanes.take()).isEmpty();
        assertThat(lanes.offer(Lane.PROVEN, "two")).isFalse();
    }

    private String next() throws InterruptedException {
        return lanes.take().orElseThrow();
    }
}
