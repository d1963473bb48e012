package org.motherlode.ra.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final int UNPROVEN_LINE = 20;
    private static final long HASH = 1;

    private final List<String> displaced = new ArrayList<>();
    private Lanes<String> lanes = lanes(16);

    private Lanes<String> lanes(int unprovenPart) {
        return new Lanes<>(
                new VerifySettings(1, 1_000, UNPROVEN_LINE, 8, 8, "", 1, 1, 1, 1, unprovenPart, 30_000),
                System::nanoTime,
                displaced::add);
    }

    @Test
    void proven_miners_go_before_new_ones_and_blocks_before_shares() throws InterruptedException {
        offer(Lane.UNPROVEN, 1, "new");
        offer(Lane.PROVEN, 1, "proven");
        offer(Lane.UNPROVEN_BLOCK, 1, "new block");
        offer(Lane.PROVEN_BLOCK, 1, "block");

        assertThat(next(4)).containsExactly("block", "proven", "new block", "new");
    }

    @Test
    void a_full_lane_takes_no_more_and_leaves_the_others_alone() {
        Sender sender = Senders.at(1);
        for (int i = 0; i < UNPROVEN_LINE; i++) {
            assertThat(lanes.offer(Lane.UNPROVEN, sender, "one")).isTrue();
        }

        assertThat(lanes.offer(Lane.UNPROVEN, sender, "more")).isFalse();
        assertThat(lanes.offer(Lane.PROVEN, sender, "other")).isTrue();
        assertThat(lanes.waiting(Lane.UNPROVEN)).isEqualTo(UNPROVEN_LINE);
    }

    @Test
    void what_has_to_make_room_is_given_back() {
        Sender flood = Senders.at(1);
        for (int i = 0; i < UNPROVEN_LINE; i++) {
            lanes.offer(Lane.UNPROVEN, flood, "flood " + i);
        }
        offer(Lane.UNPROVEN, 2, "honest");

        assertThat(displaced).containsExactly("flood 19");
    }

    /** The whole lane by one customer: each host of its network has one share in it, as few as anybody can have. */
    @Test
    void a_thousand_hosts_of_one_ipv6_customer_keep_no_honest_newcomer_out() throws InterruptedException {
        for (int host = 1; host <= 1_000; host++) {
            lanes.offer(Lane.UNPROVEN, Senders.at("2001:db8:1:" + Integer.toHexString(host) + "::1"), "stranger");
        }
        assertThat(lanes.waiting(Lane.UNPROVEN)).isEqualTo(UNPROVEN_LINE);

        assertThat(lanes.offer(Lane.UNPROVEN, Senders.at("2001:db8:2::1"), "honest"))
                .isTrue();
        assertThat(displaced).containsExactly("stranger");
        assertThat(next(2)).containsExactly("stranger", "honest");
    }

    @Test
    void a_newcomer_gets_one_turn_in_sixteen_on_a_busy_server() throws InterruptedException {
        assertThat(turnsOfANewcomer(48)).isEqualTo(3);
    }

    @Test
    void or_one_in_as_many_as_is_set() throws InterruptedException {
        lanes = lanes(4);

        assertThat(turnsOfANewcomer(48)).isEqualTo(12);
    }

    private long turnsOfANewcomer(int among) throws InterruptedException {
        for (int i = 0; i < 64; i++) {
            offer(Lane.PROVEN, 1, "proven");
            offer(Lane.UNPROVEN, 2, "new");
            displaced.clear();
        }
        return next(among).stream().filter("new"::equals).count();
    }

    /** Its reserve is for when it is kept waiting, not for the moment in which somebody else comes back. */
    @Test
    void a_newcomer_that_was_served_while_nobody_else_came_has_used_its_reserve_up() throws InterruptedException {
        for (int i = 0; i < 15; i++) {
            offer(Lane.PROVEN, 1, "proven");
            assertThat(next(1)).containsExactly("proven");
        }
        offer(Lane.UNPROVEN, 2, "new");
        assertThat(next(1)).containsExactly("new");

        offer(Lane.PROVEN, 1, "proven");
        offer(Lane.UNPROVEN, 2, "new");
        assertThat(next(2)).containsExactly("proven", "new");
    }

    @Test
    void a_newcomer_s_turn_that_took_twice_as_long_counts_as_two() throws InterruptedException {
        int lies = 0;
        for (int i = 0; i < 64; i++) {
            lanes.offer(Lane.PROVEN, Senders.at(1), "proven");
            lanes.offer(Lane.UNPROVEN, Senders.at(2), "lie");
            Lanes.Turn<String> turn = lanes.take().orElseThrow();
            boolean lie = turn.task().equals("lie");
            lies += lie ? 1 : 0;
            lanes.done(turn, lie ? 2 * HASH : HASH);
        }

        assertThat(lies).isEqualTo(2);
    }

    /** Whoever claims blocks that are none, as fast as they are looked at. */
    @Test
    void claims_of_strangers_hold_up_no_proven_miner() throws InterruptedException {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            lanes.offer(Lane.UNPROVEN_BLOCK, Senders.at(1), "claim");
            lanes.offer(Lane.PROVEN, Senders.at(2), "proven");
            taken.addAll(next(1));
        }

        assertThat(taken).filteredOn("claim"::equals).hasSize(3);
    }

    @Test
    void claims_of_blocks_take_half_of_the_time_of_their_kind_and_no_more() throws InterruptedException {
        for (int i = 0; i < 8; i++) {
            offer(Lane.PROVEN_BLOCK, 1, "claim");
            offer(Lane.PROVEN, 2, "share");
        }
        assertThat(next(16)).filteredOn("claim"::equals).hasSize(8);
        for (int i = 0; i < 8; i++) {
            offer(Lane.PROVEN_BLOCK, 1, "claim");
            offer(Lane.PROVEN, 2, "share");
        }
        assertThat(next(8)).filteredOn("claim"::equals).hasSize(4);
    }

    /** The attacker of the rules: as many connections as it likes, each of them full, at one address. */
    @Test
    void a_thousand_connections_of_one_address_get_the_time_of_one() throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            lanes.offer(Lane.PROVEN, Senders.at(1), "attacker");
        }
        for (int host = 2; host <= 5; host++) {
            for (int i = 0; i < 20; i++) {
                offer(Lane.PROVEN, host, "miner " + host);
            }
        }
        Map<String, Integer> turns = new HashMap<>();
        next(100).forEach(name -> turns.merge(name, 1, Integer::sum));

        assertThat(turns)
                .hasSize(5)
                .containsEntry("attacker", 20)
                .containsEntry("miner 2", 20)
                .containsEntry("miner 5", 20);
    }

    /** Several verifiers at once: what is being computed counts before anybody knows how long it takes. */
    @Test
    void an_address_whose_shares_are_being_hashed_has_had_its_turn() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            offer(Lane.PROVEN, 1, "one");
            offer(Lane.PROVEN, 2, "two");
            offer(Lane.PROVEN, 3, "three");
        }

        assertThat(List.of(
                        lanes.take().orElseThrow().task(),
                        lanes.take().orElseThrow().task(),
                        lanes.take().orElseThrow().task()))
                .containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void closed_lanes_take_and_give_nothing() throws InterruptedException {
        offer(Lane.PROVEN, 1, "one");
        lanes.close(task -> false);

        assertThat(lanes.take()).isEmpty();
        assertThat(lanes.offer(Lane.PROVEN, Senders.at(1), "two")).isFalse();
    }

    private void offer(Lane lane, int host, String task) {
        lanes.offer(lane, Senders.at(host), task);
    }

    /** What the next turns are of, each of which costs the same. */
    private List<String> next(int turns) throws InterruptedException {
        List<String> tasks = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            Lanes.Turn<String> turn = lanes.take().orElseThrow();
            tasks.add(turn.task());
            lanes.done(turn, HASH);
        }
        return tasks;
    }
}
