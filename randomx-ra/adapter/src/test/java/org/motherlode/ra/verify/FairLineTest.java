package org.motherlode.ra.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FairLineTest {
    private static final int MOST = 6;

    private final FairLine<String> line = new FairLine<>(MOST);
    private final List<String> displaced = new ArrayList<>();

    @Test
    void networks_take_turns_however_many_addresses_they_have() {
        for (int host = 1; host <= 3; host++) {
            offer(Senders.at("2001:db8:1:" + host + "::1"), "crowd " + host);
        }
        offer(Senders.at("198.51.100.1"), "x");
        offer(Senders.at("198.51.100.1"), "y");

        assertThat(List.of(take(), take(), take(), take(), take()))
                .containsExactly("crowd 1", "x", "crowd 2", "y", "crowd 3");
    }

    @Test
    void what_an_address_cost_its_network_pays_and_what_a_connection_cost_its_address() {
        Sender liar = Senders.at("192.0.2.1");
        offer(liar, "lie");
        offer(Senders.at("192.0.2.2"), "neighbour");
        offer(Senders.at("198.51.100.1"), "x");
        offer(Senders.at("198.51.100.2"), "y");
        assertThat(take()).isEqualTo("lie");
        line.charge(liar, 2);
        offer(Senders.at("192.0.2.1"), "of the liar's address");

        assertThat(List.of(take(), take(), take(), take()))
                .containsExactly("x", "y", "neighbour", "of the liar's address");
    }

    @Test
    void addresses_take_turns_however_many_connections_they_have() {
        offer(Senders.at(1), "a");
        offer(Senders.at(1), "b");
        offer(Senders.at(1), "c");
        offer(Senders.at(2), "x");

        assertThat(List.of(take(), take(), take(), take())).containsExactly("a", "x", "b", "c");
    }

    @Test
    void connections_of_one_address_take_turns() {
        Sender busy = Senders.at(1);
        Sender modest = Senders.at(1);
        offer(busy, "a");
        offer(busy, "b");
        offer(busy, "c");
        offer(modest, "x");

        assertThat(List.of(take(), take(), take(), take())).containsExactly("a", "x", "b", "c");
    }

    @Test
    void what_cost_twice_as_much_counts_twice() {
        Sender liar = Senders.at(1);
        Sender honest = Senders.at(2);
        for (int i = 0; i < 3; i++) {
            offer(liar, "lie");
            offer(honest, "truth");
        }
        assertThat(take()).isEqualTo("lie");
        line.charge(liar, 1);

        assertThat(List.of(take(), take(), take())).containsExactly("truth", "truth", "lie");
    }

    @Test
    void a_full_line_has_no_room_for_the_connection_that_fills_it() {
        Sender sender = Senders.at(1);
        fill(sender);

        assertThat(line.add(sender, "more", displaced::add)).isFalse();
        assertThat(displaced).isEmpty();
        assertThat(line.size()).isEqualTo(MOST);
    }

    /** Each of its hosts has one and no more. */
    @Test
    void the_network_with_the_most_makes_room_for_another_until_they_have_the_same() {
        for (int host = 0; host < MOST; host++) {
            offer(Senders.at("2001:db8:1:" + host + "::1"), "host " + host);
        }
        for (int host = 1; host <= MOST / 2; host++) {
            offer(Senders.at("198.51.100." + host), "x" + host);
        }

        assertThat(line.add(Senders.at("198.51.100.9"), "too much", displaced::add))
                .isFalse();
        assertThat(line.add(Senders.at("2001:db8:1:9::1"), "too much", displaced::add))
                .isFalse();
        assertThat(displaced).containsExactly("host 5", "host 4", "host 3");
        assertThat(line.size()).isEqualTo(MOST);
    }

    @Test
    void the_address_with_the_most_makes_room_for_another_until_they_have_the_same() {
        fill(Senders.at(1));
        Sender other = Senders.at(2);
        for (int i = 0; i < MOST / 2; i++) {
            assertThat(line.add(other, "x" + i, displaced::add)).isTrue();
        }

        assertThat(line.add(other, "too much", displaced::add)).isFalse();
        assertThat(displaced).containsExactly("5", "4", "3");
        assertThat(line.size()).isEqualTo(MOST);
    }

    @Test
    void the_connection_with_the_most_makes_room_for_another_of_its_address_until_they_have_the_same() {
        fill(Senders.at(1));
        Sender other = Senders.at(1);
        for (int i = 0; i < MOST / 2; i++) {
            offer(other, "x" + i);
        }

        assertThat(line.add(other, "too much", displaced::add)).isFalse();
        assertThat(displaced).containsExactly("5", "4", "3");
        assertThat(line.size()).isEqualTo(MOST);
    }

    @Test
    void where_networks_have_the_same_each_makes_room_for_its_own() {
        fill(Senders.at("198.51.100.1"), MOST / 2);
        Sender busy = Senders.at("192.0.2.1");
        fill(busy, MOST / 2);
        offer(Senders.at("192.0.2.2"), "neighbour");

        assertThat(displaced).containsExactly("2");
        assertThat(line.add(busy, "more", displaced::add)).isFalse();
        assertThat(line.size()).isEqualTo(MOST);
    }

    @Test
    void within_an_address_the_newest_of_its_busiest_connection_makes_room() {
        Sender modest = Senders.at(1);
        Sender busy = Senders.at(1);
        offer(modest, "modest");
        for (int i = 1; i < MOST; i++) {
            offer(busy, Integer.toString(i));
        }
        offer(Senders.at(2), "x");

        assertThat(displaced).containsExactly("5");
    }

    @Test
    void an_empty_line_gives_nothing_and_remembers_nobody_for_ever() {
        Sender sender = Senders.at(1);
        offer(sender, "a");
        take();

        assertThat(line.take(1)).isEqualTo(Optional.empty());
        assertThat(line.size()).isZero();
    }

    private void fill(Sender sender) {
        fill(sender, MOST);
    }

    private void fill(Sender sender, int tasks) {
        for (int i = 0; i < tasks; i++) {
            offer(sender, Integer.toString(i));
        }
    }

    private void offer(Sender sender, String task) {
        assertThat(line.add(sender, task, displaced::add)).isTrue();
    }

    /** Each costs 1. */
    private String take() {
        return line.take(1).orElseThrow().task();
    }
}
