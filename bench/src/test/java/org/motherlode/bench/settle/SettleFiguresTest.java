package org.motherlode.bench.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.motherlode.bench.settle.CrowdedWindow.Division;

class SettleFiguresTest {
    private static final SettleSettings SETTINGS = new SettleSettings(1_000, 10, 3, 5);

    @Test
    void the_first_block_and_the_slowest_of_the_others_are_judged_apart() {
        SettleFigures figures = figures(9_500, 1_200, 2_100);

        assertThat(figures.first()).isEqualTo(9.5);
        assertThat(figures.next()).isEqualTo(2.1);
        assertThat(figures.verdict()).contains("in 9.5 s: goal of 10 met").contains("in 2.1 s: goal of 2 missed");
        assertThat(figures(10_001, 2_000).verdict())
                .contains("goal of 10 missed")
                .contains("goal of 2 met");
    }

    @Test
    void each_block_is_a_row() {
        assertThat(figures(9_500, 1_200).outcome().measured().rows())
                .containsExactly(List.of("1", "9.500", "10", "3.0"), List.of("2", "1.200", "10", "3.0"));
    }

    private static SettleFigures figures(long... millis) {
        List<Settled> blocks = LongStream.of(millis)
                .mapToObj(took -> new Settled(new Division(Instant.EPOCH, Instant.ofEpochMilli(took)), 10, 3 << 20))
                .toList();
        return new SettleFigures(SETTINGS, blocks, 900);
    }
}
