package org.motherlode.ra.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.ra.guard.House.allowed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.motherlode.ra.statistics.Count;

/** Who comes in, however many come. */
class FloodsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void ten_thousand_half_open_sockets_of_one_network_leave_room_for_honest_miners() {
        House house = new House("");
        int inside = 0;
        for (int i = 0; i < 10_000; i++) {
            inside += house.arrive("192.0.2." + i % 250).isPresent() ? 1 : 0;
        }

        assertThat(inside).isEqualTo(1_024);
        assertThat(house.count(Count.CONNECTIONS_REFUSED_NETWORK)).isEqualTo(10_000 - 1_024);
        for (int i = 0; i < 200; i++) {
            assertThat(house.arrive("198.51." + i + ".1")).isPresent();
        }
    }

    @Test
    void sockets_of_one_address_are_bounded_and_a_place_becomes_free_again() {
        House house = new House("connections-per-address = 2");
        Visitor first = house.visitor("192.0.2.1");
        house.visitor("192.0.2.1");

        assertThat(house.arrive("192.0.2.1")).isEmpty();
        assertThat(house.arrive("192.0.2.2")).isPresent();
        first.leave();
        first.leave();
        assertThat(house.arrive("192.0.2.1")).isPresent();
        assertThat(house.arrive("192.0.2.1")).isEmpty();
        assertThat(house.guard.inside()).isEqualTo(3);
        assertThat(house.count(Count.CONNECTIONS_REFUSED_ADDRESS)).isEqualTo(2);
        assertThat(house.count(Count.CONNECTIONS_REFUSED)).isEqualTo(2);
    }

    @Test
    void ipv6_is_counted_by_64_and_48_bits() {
        House house = new House("connections-per-address = 1; connections-per-network = 3");

        assertThat(house.arrive("2001:db8:0:1::1")).isPresent();
        assertThat(house.arrive("2001:db8:0:1:ffff::2")).isEmpty();
        assertThat(house.arrive("2001:db8:0:2::1")).isPresent();
        assertThat(house.arrive("2001:db8:0:3::1")).isPresent();
        assertThat(house.arrive("2001:db8:0:4::1")).isEmpty();
        assertThat(house.arrive("2001:db8:0:ff00::1")).isEmpty();
        assertThat(house.arrive("2001:db8:1::1")).isPresent();
    }

    @Test
    void who_connects_again_and_again_is_let_in_only_so_often_however_soon_it_leaves() {
        House house = new House("arrivals-per-second = 20; arrivals-at-once = 300; network-times = 2");
        assertThat(comings(house, "192.0.2.1", 1_000)).isEqualTo(300);
        assertThat(house.count(Count.ARRIVALS_THROTTLED)).isEqualTo(700);
        assertThat(house.guard.inside()).isZero();
        house.clock.pass(SECOND);
        assertThat(comings(house, "192.0.2.1", 1_000)).isEqualTo(20);

        for (int i = 2; i < 100; i++) {
            comings(house, "192.0.2." + i, 10);
        }
        assertThat(comings(house, "192.0.2.200", 10))
                .as("its network has had its turn")
                .isZero();
        assertThat(comings(house, "192.0.3.1", 10)).isEqualTo(10);
    }

    @Test
    void so_many_as_may_be_connected_may_all_come_back_at_once() {
        House house = new House("");

        assertThat(comings(house, "192.0.2.1", 256)).isEqualTo(256);
    }

    @Test
    void so_many_as_may_be_connected_may_all_log_in_at_once() {
        assertThat(loginsOfAFarm(new House(""))).isEqualTo(256);
        assertThat(loginsOfAFarm(new House("connections-per-address = 900; arrivals-at-once = 900")))
                .isEqualTo(900);
        assertThat(loginsOfAFarm(new House("logins-at-once = 7"))).isEqualTo(7);
    }

    private static int loginsOfAFarm(House house) {
        int logins = 0;
        for (Optional<Visitor> rig = house.arrive("192.0.2.1"); rig.isPresent(); rig = house.arrive("192.0.2.1")) {
            logins += rig.get().may(Ask.LOGIN) ? 1 : 0;
        }
        return logins;
    }

    private static int comings(House house, String from, int times) {
        int inside = 0;
        for (int i = 0; i < times; i++) {
            Optional<Visitor> visitor = house.arrive(from);
            visitor.ifPresent(Visitor::leave);
            inside += visitor.isPresent() ? 1 : 0;
        }
        return inside;
    }

    @Test
    void logins_of_an_address_come_back_with_time_and_reconnecting_does_not_help() {
        House house = new House("logins-per-second = 5; logins-at-once = 100; arrivals-at-once = 10000");
        int allowed = 0;
        for (int i = 0; i < 1_000; i++) {
            Visitor visitor = house.visitor("192.0.2.1");
            allowed += visitor.may(Ask.LOGIN) ? 1 : 0;
            visitor.leave();
        }

        assertThat(allowed).isEqualTo(100);
        house.clock.pass(SECOND);
        assertThat(allowed(house.visitor("192.0.2.1"), Ask.LOGIN, 1_000)).isEqualTo(5);
        assertThat(house.visitor("192.0.2.2").may(Ask.LOGIN)).isTrue();
    }

    @Test
    void strangers_who_use_a_miners_wallet_neither_shut_it_out_nor_use_up_more_than_their_own() {
        House house = new House("unproven-per-wallet = 3; first-hashes-at-once = 8");
        Visitor miner = house.visitor("198.51.100.1");
        assertThat(miner.logsIn("amy")).isEmpty();
        miner.worked();
        int strangers = 0;
        for (int i = 1; i < 100; i++) {
            strangers += house.visitor("192.0.2." + i).logsIn("amy").isEmpty() ? 1 : 0;
        }

        assertThat(strangers).isEqualTo(3);
        assertThat(miner.may(Ask.OWN_SUBMIT) && miner.may(Ask.SUBMIT)).isTrue();
        assertThat(miner.may(Ask.FIRST_HASH)).isTrue();
        Visitor back = house.visitor("198.51.100.1");
        assertThat(back.logsIn("amy")).as("the miner comes back").isEmpty();
        assertThat(back.may(Ask.FIRST_HASH)).isTrue();
        assertThat(house.visitor("192.0.2.200").logsIn("bob")).isEmpty();
    }

    @Test
    void a_wallet_has_a_budget_of_first_hashes_over_all_addresses_of_a_network() {
        House house = new House("first-hashes-at-once = 16");
        int hashes = 0;
        for (int i = 1; i < 50; i++) {
            Visitor stranger = house.visitor("198.51.100." + i);
            assertThat(stranger.logsIn("amy")).isEmpty();
            hashes += allowed(stranger, Ask.FIRST_HASH, 10);
        }

        assertThat(hashes).isEqualTo(16);
    }

    @Test
    void strangers_of_many_networks_cannot_shut_a_wallets_owner_out_when_all_its_miners_come_back() {
        House house = new House("");
        for (int network = 0; network < 4; network++) {
            for (int i = 0; i < 1_000; i++) {
                Visitor stranger = house.visitor("192.0." + network + "." + i % 250);
                if (stranger.logsIn("amy").isEmpty()) {
                    allowed(stranger, Ask.FIRST_HASH, 8);
                }
            }
        }

        for (int i = 0; i < 200; i++) {
            Visitor rig = house.visitor("198.51.100.7");
            assertThat(rig.logsIn("amy")).isEmpty();
            assertThat(rig.may(Ask.FIRST_HASH)).isTrue();
        }
    }

    @Test
    void a_hundred_thousand_addresses_are_not_remembered() {
        House house = new House("origins-remembered = 100");
        for (int i = 0; i < 100_000; i++) {
            Visitor visitor = house.visitor((i >> 16) + 1 + "." + (i >> 8 & 255) + "." + (i & 255) + ".1");
            assertThat(visitor.logsIn("miner" + i)).isEmpty();
            visitor.leave();
        }

        assertThat(house.figures.all().get("origins")).isEqualTo(300);
    }

    @Test
    void the_machine_itself_is_left_out_unless_the_operator_wants_otherwise() {
        House house = new House("connections-per-address = 1; logins-at-once = 1; exempt-networks = 192.0.2.0/24");
        for (String exempt : List.of("127.0.0.1", "::1", "192.0.2.9")) {
            assertThat(house.arrive(exempt)).isPresent();
            assertThat(house.arrive(exempt)).isPresent();
            assertThat(allowed(house.visitor(exempt), Ask.LOGIN, 100)).isEqualTo(100);
        }
        House strict = new House("connections-per-address = 1; exempt-loopback = false");
        assertThat(strict.arrive("127.0.0.1")).isPresent();
        assertThat(strict.arrive("127.0.0.1")).isEqualTo(Optional.empty());
    }

    @Test
    void a_clock_that_is_set_back_gives_nothing_and_takes_nothing() {
        House house = new House("logins-per-second = 5; logins-at-once = 10");
        Visitor visitor = house.visitor("192.0.2.1");
        assertThat(allowed(visitor, Ask.LOGIN, 6)).isEqualTo(6);
        house.clock.pass(Duration.ofDays(-1));

        assertThat(allowed(visitor, Ask.LOGIN, 100)).isEqualTo(4);
        house.clock.pass(SECOND);
        assertThat(allowed(visitor, Ask.LOGIN, 100)).isEqualTo(5);
    }
}
