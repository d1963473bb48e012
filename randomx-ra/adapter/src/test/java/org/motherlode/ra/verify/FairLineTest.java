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
    void a_full_line_has_no_room_for_the_address_that_fills_it() {
        fill(Senders.at(1));

        assertThat(line.add(Senders.at(1), "more", displaced::add)).isFalse();
        assertThat(displaced).isEmpty();
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
        for (int i = 0; i < MOST; i++) {
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
