package org.motherlode.bench.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PlanFiguresTest {
    private static final PlanSettings SETTINGS = new PlanSettings(1_000, 2);

    @Test
    void the_slowest_plan_is_judged() {
        assertThat(figures(9.9, 10.1).verdict()).contains("in 10.1 s at most: goal of 10 missed");
        assertThat(figures(10.0, 2.0).verdict()).contains("in 10.0 s at most: goal of 10 met", "took 12.5 s");
    }

    @Test
    void each_run_is_a_row() {
        assertThat(figures(9.5).outcome().measured().rows())
                .containsExactly(List.of("try-payouts", "9.500"), List.of("pay-miners", "12.500"));
    }

    private static PlanFigures figures(double... seconds) {
        return new PlanFigures(
                SETTINGS,
                DoubleStream.of(seconds)
                        .mapToObj(took -> new DueMiners.Run(took, "COMPLETED"))
                        .toList(),
                new DueMiners.Run(12.5, "COMPLETED"));
    }
}
