package org.motherlode.bench.idle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motherlode.bench.house.ServerMemory;

class IdleFiguresTest {
    private static final IdleFigures.Reading EMPTY = reading("before", 0, 50_000_000, 200_000_000);

    @Test
    void a_connection_costs_what_heap_and_the_rest_have_grown_by() {
        IdleFigures figures = new IdleFigures(
                List.of(
                        EMPTY,
                        reading("in", 1_000, 56_000_000, 202_000_000),
                        reading("left", 0, 50_000_001, 202_000_000)),
                false);

        assertThat(figures.most()).isEqualTo(8);
        assertThat(figures.verdict())
                .contains("at most 8.00 KB", "with 1000 of them")
                .endsWith("met");
        assertThat(figures.outcome().measured().rows()).hasSize(3);
    }

    @Test
    void the_dearest_moment_counts() {
        IdleFigures figures = new IdleFigures(
                List.of(
                        EMPTY,
                        reading("in", 1_000, 56_000_000, 202_000_000),
                        reading("later", 1_000, 70_000_000, 202_000_000)),
                false);

        assertThat(figures.verdict()).contains("at most 22.00 KB").endsWith("goal of 12 KB missed");
        assertThat(new IdleFigures(figures.readings(), true).verdict()).endsWith("goal of 45 KB met");
    }

    private static IdleFigures.Reading reading(String when, int bots, long heap, long other) {
        return new IdleFigures.Reading(when, bots, new ServerMemory(heap, other, 700 + bots));
    }
}
