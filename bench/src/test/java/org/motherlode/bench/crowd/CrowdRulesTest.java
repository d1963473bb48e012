package org.motherlode.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrowdRulesTest {
    @Test
    void any_hundred_bots_have_the_mix_that_was_asked_for() {
        Mix mix = new Mix(5, 10, 3, 2);

        List<Role> roles = IntStream.range(40, 140).mapToObj(mix::of).toList();

        assertThat(Collections.frequency(roles, Role.LATE)).isEqualTo(5);
        assertThat(Collections.frequency(roles, Role.RESTLESS)).isEqualTo(10);
        assertThat(Collections.frequency(roles, Role.GARBAGE)).isEqualTo(3);
        assertThat(Collections.frequency(roles, Role.DEAF)).isEqualTo(2);
    }

    @Test
    void a_mix_of_more_than_all_is_refused() {
        assertThatThrownBy(() -> new Mix(50, 50, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_second_miner_finds_half_as_many_shares_as_the_first() {
        List<String> dealt = Ranks.deal(List.of("a", "b", "c"), 1_100);

        assertThat(dealt).hasSize(1_100);
        assertThat(Collections.frequency(dealt, "a")).isEqualTo(600);
        assertThat(Collections.frequency(dealt, "b")).isEqualTo(300);
        assertThat(Collections.frequency(dealt, "c")).isEqualTo(200);
    }
}
