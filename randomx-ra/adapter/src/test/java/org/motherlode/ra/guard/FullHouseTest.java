package org.motherlode.ra.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motherlode.ra.statistics.Count;

/** Where all places are taken, whoever took most of them gives some back. */
class FullHouseTest {
    private static final Duration PROVEN = Duration.ofMinutes(10);
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void silent_sockets_of_twenty_networks_keep_no_honest_miner_out() {
        House house = new House("");
        int inside = 0;
        for (int i = 0; i < 30_000; i++) {
            inside += house.arrive("192.0." + i % 20 + "." + i / 20 % 250).isPresent() ? 1 : 0;
        }
        assertThat(inside).isEqualTo(20_000);

        for (int i = 0; i < 200; i++) {
            assertThat(house.arrive("198.51." + i + ".1")).isPresent();
        }
        assertThat(house.displaced).hasSize(200).allMatch(from -> from.startsWith("192.0."));
        assertThat(house.displaced).contains("192.0.0.0", "192.0.19.0");
        assertThat(house.count(Count.CONNECTIONS_DISPLACED)).isEqualTo(200);
    }

    @Test
    void networks_of_one_ipv6_customer_count_as_one() {
        House house = new House("connections = 100");
        for (int i = 0; i < 100; i++) {
            assertThat(house.arrive("2001:db8:7:" + Integer.toHexString(i << 8) + "::1"))
                    .isPresent();
        }

        assertThat(house.arrive("2001:db8:7:ff00::1")).isEmpty();
        assertThat(house.arrive("2001:db8:8::1")).isPresent();
        assertThat(house.displaced).containsExactly("2001:db8:7:0::1");
    }

    @Test
    void who_has_had_a_good_share_lately_keeps_its_place() {
        House house = new House("connections = 10");
        List<Visitor> miners = workers(house, 10);
        house.clock.pass(PROVEN.minus(SECOND));
        assertThat(house.arrive("198.51.100.1")).isEmpty();
        assertThat(house.count(Count.CONNECTIONS_REFUSED_FULL)).isEqualTo(1);
        assertThat(house.displaced).isEmpty();
        miners.get(0).leave();

        assertThat(house.arrive("198.51.100.1")).isPresent();
    }

    /** As many as there may be, by an easy share of each every ten minutes, from as few networks as can have them. */
    @Test
    void twenty_networks_that_show_a_share_now_and_then_keep_no_honest_miner_out() {
        House house = new House("");
        List<Visitor> holders = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            holders.add(house.visitor("192.0." + i % 20 + "." + i / 20 % 250));
        }
        for (Visitor holder : holders) {
            house.clock.pass(Duration.ofMillis(10));
            holder.worked();
        }

        for (int i = 0; i < 200; i++) {
            Visitor miner = house.visitor("198.51." + i + ".1");
            house.clock.pass(SECOND);
            miner.worked();
        }
        assertThat(house.displaced).hasSize(200).allMatch(from -> from.startsWith("192.0."));
    }

    @Test
    void who_works_as_others_do_keeps_its_place_however_many_come_and_whatever_its_network_has() {
        House house = new House("connections = 100; newcomer-places = 10");
        List<Visitor> farm = workers(house, 80);
        for (int i = 0; i < 20; i++) {
            house.visitor("203.0.113." + i).worked();
        }
        for (int i = 0; i < 50; i++) {
            house.clock.pass(SECOND);
            farm.forEach(Visitor::worked);
            house.arrive("198.51." + i + ".1").ifPresent(Visitor::worked);
        }

        assertThat(house.displaced).hasSizeGreaterThan(10).noneMatch(from -> from.startsWith("192.0.2."));
    }

    @Test
    void places_that_good_shares_do_not_keep_are_no_more_than_are_set() {
        House house = new House("connections = 10; newcomer-places = 2");
        workers(house, 10);

        assertThat(house.arrive("198.51.1.1")).isPresent();
        assertThat(house.arrive("198.51.2.1")).as("one each").isEmpty();
        assertThat(house.displaced).containsExactly("192.0.2.0");
    }

    @Test
    void who_paid_for_its_place_with_one_share_long_ago_makes_room_again() {
        House house = new House("connections = 10");
        workers(house, 10);
        house.clock.pass(PROVEN);

        for (int i = 1; i <= 3; i++) {
            assertThat(house.arrive("198.51." + i + ".1")).isPresent();
        }
        assertThat(house.displaced).containsExactly("192.0.2.0", "192.0.2.1", "192.0.2.2");
    }

    @Test
    void who_goes_on_finding_shares_keeps_its_place_among_those_who_do_not() {
        House house = new House("connections = 10");
        List<Visitor> miners = workers(house, 10);
        house.clock.pass(PROVEN.dividedBy(2));
        miners.get(0).worked();
        miners.get(4).worked();
        house.clock.pass(PROVEN.dividedBy(2));

        for (int i = 1; i <= 7; i++) {
            assertThat(house.arrive("198.51." + i + ".1")).isPresent();
        }
        assertThat(house.arrive("198.51.8.1")).as("one each").isEmpty();
        assertThat(house.displaced).hasSize(7).doesNotContain("192.0.2.0", "192.0.2.4");
    }

    @Test
    void a_good_share_gives_a_slow_miner_back_what_keeps_its_place() {
        House house = new House("connections = 3");
        List<Visitor> miners = workers(house, 3);
        house.clock.pass(PROVEN);
        assertThat(house.arrive("198.51.1.1")).isPresent();
        assertThat(house.displaced).containsExactly("192.0.2.0");
        miners.get(0).leave();
        miners.get(1).worked();
        miners.get(2).worked();

        assertThat(house.arrive("198.51.2.1")).isEmpty();
        assertThat(house.displaced).hasSize(1);
    }

    @Test
    void silence_alone_costs_nobody_its_place() {
        House house = new House("connections = 10; first-hashes-at-once = 1");
        List<Visitor> miners = workers(house, 9);
        house.clock.pass(Duration.ofDays(1));

        assertThat(house.arrive("198.51.100.1")).isPresent();
        assertThat(house.displaced).isEmpty();
        assertThat(miners).allMatch(miner -> miner.sentence().isEmpty());
        assertThat(miners).as("still proven").allMatch(miner -> House.allowed(miner, Ask.FIRST_HASH, 9) == 9);
    }

    @Test
    void a_good_share_that_is_verified_after_its_connection_has_ended_leaves_nobody_behind() {
        House house = new House("connections = 2");
        Visitor gone = house.visitor("192.0.2.1");
        gone.leave();
        gone.worked();
        house.visitor("192.0.2.2");
        house.visitor("192.0.3.1");
        house.clock.pass(PROVEN);

        assertThat(house.arrive("198.51.100.1")).as("one each").isEmpty();
        assertThat(house.displaced).isEmpty();
    }

    private static List<Visitor> workers(House house, int miners) {
        List<Visitor> workers = new ArrayList<>();
        for (int i = 0; i < miners; i++) {
            Visitor miner = house.visitor("192.0.2." + i);
            miner.worked();
            workers.add(miner);
        }
        return workers;
    }

    @Test
    void a_place_that_was_given_up_is_free_once_the_connection_is_closed() {
        House house = new House("connections = 3");
        Visitor oldest = house.visitor("192.0.2.1");
        house.visitor("192.0.2.2");
        house.visitor("192.0.2.3");
        assertThat(house.arrive("198.51.100.1")).isPresent();
        assertThat(house.displaced).containsExactly("192.0.2.1");
        assertThat(house.guard.inside()).isEqualTo(4);
        oldest.leave();

        assertThat(house.guard.inside()).isEqualTo(3);
        assertThat(house.arrive("198.51.100.2")).as("two and two").isEmpty();
    }

    @Test
    void nobody_makes_room_for_one_that_may_not_come_in_anyway() {
        House house = new House("connections = 4; connections-per-address = 1");
        for (int i = 1; i <= 3; i++) {
            house.visitor("192.0.2." + i);
        }
        house.visitor("198.51.100.1");

        assertThat(house.arrive("198.51.100.1")).isEmpty();
        assertThat(house.displaced).isEmpty();
    }
}
