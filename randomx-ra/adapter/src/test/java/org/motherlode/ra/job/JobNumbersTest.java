package org.motherlode.ra.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.epoch.NodeLife;
import org.motherlode.ra.fixture.PlainTemplate;

class JobNumbersTest {
    private final JobNumbers numbers = new JobNumbers(new NodeLife(0xab, 0x6912_3456L, 0));

    @Test
    void the_extra_nonce_is_node_epoch_counter_and_zeros() {
        assertThat(numbers.extraNonce(0x0102_0304, 8).octets().hex()).isEqualTo("ab12345601020304");
        assertThat(numbers.extraNonce(0x0102_0304, 12).octets().hex()).isEqualTo("ab1234560102030400000000");
    }

    @Test
    void when_the_counter_is_used_up_the_epoch_moves_on() {
        assertThat(numbers.extraNonce(0x1_0000_0000L, 8).octets().hex()).isEqualTo("ab12345700000000");
    }

    @Test
    void no_two_jobs_are_alike() {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            long number = numbers.next();
            assertThat(seen.add(numbers.extraNonce(number, 16))).isTrue();
        }
    }

    @Test
    void no_two_connections_of_three_nodes_have_the_same_work() {
        int ofEachNode = 100_000;
        LiveTemplate template = new LiveTemplate(PlainTemplate.at(10), 1);
        Set<Octets> work = new HashSet<>();
        for (int node = 0; node < 3; node++) {
            JobBoard board = new JobBoard(new JobNumbers(new NodeLife(node, 0x6912_3456L, 0)), 1);
            for (int i = 0; i < ofEachNode; i++) {
                work.add(board.newJob("job", template, Difficulty.of(1)).work().hashingBytes());
            }
        }

        assertThat(work).hasSize(3 * ofEachNode);
    }

    @Test
    void a_template_without_room_is_refused() {
        assertThatThrownBy(() -> numbers.extraNonce(1, 7)).isInstanceOf(IllegalArgumentException.class);
    }
}
