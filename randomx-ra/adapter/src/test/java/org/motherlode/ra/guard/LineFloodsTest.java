package org.motherlode.ra.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many lines whoever is inside may send, whatever is in them. */
class LineFloodsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void a_thousand_connections_of_one_network_send_no_more_than_is_free_and_what_their_network_may() {
        House house = new House("");
        List<Visitor> crowd = new ArrayList<>();
        for (int i = 0; i < 1_024; i++) {
            crowd.add(house.visitor("192.0.2." + i % 8));
        }
        long atFirst = said(crowd, 1_000);
        long later = 0;
        for (int second = 0; second < 10; second++) {
            house.clock.pass(SECOND);
            later += said(crowd, 150);
        }

        assertThat(atFirst).isEqualTo(1_024 * 60 + 4 * 10_000);
        assertThat(later).isEqualTo(10 * (1_024 * 2 + 4 * 500));
    }

    @Test
    void a_miner_that_obeys_the_protocol_is_heard_whatever_its_neighbours_have_used_up() {
        House house = new House("");
        Visitor miner = house.visitor("192.0.2.1");
        List<Visitor> crowd = crowd(house);
        for (int second = 0; second < 600; second++) {
            said(crowd, 1_000);
            // A share a second, all of them late, and a keepalive now and then: none of them earns anything.
            assertThat(miner.maySay(1)).isTrue();
            assertThat(second % 60 > 0 || miner.maySay(1)).isTrue();
            house.clock.pass(SECOND);
        }
    }

    @Test
    void good_shares_earn_a_proxy_of_three_hundred_fast_machines_what_it_sends() {
        House house = new House("");
        Visitor proxy = house.visitor("192.0.2.1");
        List<Visitor> crowd = crowd(house);
        for (int milli = 0; milli < 60_000; milli += 20) {
            said(crowd, 20);
            assertThat(proxy.maySay(1)).as("after %d ms", milli).isTrue();
            proxy.worked();
            house.clock.pass(Duration.ofMillis(20));
        }
    }

    @Test
    void what_is_earned_has_a_bound_and_is_not_kept_for_those_who_find_nothing() {
        House house = new House("free-lines-at-once = 1; free-lines-per-second = 1; lines-per-share = 3;"
                + " earned-lines = 7; address-lines-at-once = 1; address-lines-per-second = 1");
        Visitor miner = house.visitor("192.0.2.1");
        assertThat(said(List.of(miner), 100)).isEqualTo(2);
        miner.worked();
        assertThat(said(List.of(miner), 100)).isEqualTo(3);
        for (int i = 0; i < 100; i++) {
            miner.worked();
        }

        assertThat(said(List.of(miner), 100)).isEqualTo(7);
    }

    @Test
    void a_farm_of_256_that_comes_back_at_once_to_a_port_that_is_too_easy_is_heard() {
        House house = new House("");
        List<Visitor> farm = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            farm.add(house.visitor("192.0.2.1"));
        }

        // A login and 8 shares on their way, then 10 a second of which only every fourth is looked at, for ten seconds.
        assertThat(said(farm, 9)).isEqualTo(256 * 9);
        for (int second = 0; second < 10; second++) {
            assertThat(said(farm, 10)).isEqualTo(256 * 10);
            farm.forEach(Visitor::worked);
            farm.forEach(Visitor::worked);
            house.clock.pass(SECOND);
        }
    }

    @Test
    void a_long_line_is_taken_whole_or_not_at_all_and_what_the_network_refuses_the_address_keeps() {
        House house = new House("free-lines-at-once = 10; free-lines-per-second = 1; address-lines-at-once = 18;"
                + " address-lines-per-second = 1; network-times = 1");
        Visitor first = house.visitor("192.0.2.1");
        Visitor second = house.visitor("192.0.2.2");
        assertThat(first.maySay(16)).as("of its address").isTrue();
        assertThat(first.maySay(10)).as("of its own").isTrue();
        assertThat(second.maySay(18)).as("2 are left of the network").isFalse();
        assertThat(second.maySay(10)).isTrue();
        assertThat(second.maySay(2)).isTrue();

        assertThat(second.maySay(1)).isFalse();
        house.clock.pass(SECOND);
        assertThat(second.maySay(1)).as("of its own").isTrue();
        assertThat(second.maySay(1)).as("of its network").isTrue();
    }

    @Test
    void one_that_counts_for_more_than_an_address_may_say_at_once_is_heard_when_nothing_else_was() {
        House house = new House("free-lines-at-once = 10; address-lines-at-once = 12; address-lines-per-second = 1");
        Visitor visitor = house.visitor("192.0.2.1");
        assertThat(visitor.maySay(16)).isTrue();
        assertThat(visitor.maySay(16)).isFalse();
        assertThat(visitor.maySay(10)).as("its own is untouched").isTrue();
        house.clock.pass(Duration.ofSeconds(12));

        assertThat(visitor.maySay(16)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOOD", "SECOND_LOGIN"})
    void floods_and_second_logins_ban_whoever_does_nothing_else_and_no_farm_that_works(Offence offence) {
        House house = new House("");
        Visitor farm = house.visitor("192.0.2.2");
        Visitor rogue = house.visitor("192.0.2.1");
        for (int i = 0; i < 30; i++) {
            assertThat(rogue.sentence()).isEmpty();
            rogue.offended(offence);
            farm.offended(offence);
            farm.worked();
            farm.worked();
        }

        assertThat(rogue.sentence()).isPresent();
        assertThat(farm.sentence()).isEmpty();
    }

    @Test
    void who_is_exempt_may_say_what_it_likes() {
        House house = new House("free-lines-at-once = 1; address-lines-at-once = 1; exempt-networks = 192.0.2.0/24");

        assertThat(said(List.of(house.visitor("127.0.0.1"), house.visitor("192.0.2.1")), 1_000))
                .isEqualTo(2_000);
    }

    /** Four connections of the miner's address and some of others, which have used all up that is not their own. */
    private static List<Visitor> crowd(House house) {
        List<Visitor> crowd = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            crowd.add(house.visitor("192.0.2." + (1 + i)));
        }
        assertThat(said(crowd, 100_000)).isEqualTo(4 * 60 + 4 * 10_000);
        return crowd;
    }

    private static long said(List<Visitor> crowd, int each) {
        long said = 0;
        for (Visitor one : crowd) {
            for (int i = 0; i < each; i++) {
                said += one.maySay(1) ? 1 : 0;
            }
        }
        return said;
    }
}
