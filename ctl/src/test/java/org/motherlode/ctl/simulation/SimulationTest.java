package org.motherlode.ctl.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.simulation.Figure.Kind;
import org.motherlode.model.reward.Unfilled;

/** Against the formulas of Rosenfeld, "Analysis of Bitcoin Pooled Mining Reward Systems" (2011), and of queues of chance. */
class SimulationTest {
    /** 7.2 blocks a day, of which the miner has a hundredth. */
    private static final SimulatedPool POOL =
            new SimulatedPool(0.01, 0.01, 0.01, 120, 1000, 100, 2, Unfilled.SCALE, 500);

    private static final List<Findings> ALL = new Simulation(POOL, 365, 120, 20111204).findings();

    @Test
    void whoever_hops_a_prop_pool_gains_what_rosenfeld_says() {
        Figure gain = figure("PROP", Kind.HOPPER);

        assertThat(gain.theory()).hasValueCloseTo(0.28, within(0.005));
        assertThat(gain.seen().half()).isLessThan(0.01);
        assertIsTheory(gain);
        assertThat(figure("PROP", Kind.STEADY).theory().getAsDouble()).isNegative();
        assertIsTheory(figure("PROP", Kind.STEADY));
    }

    @Test
    void nobody_gains_by_hopping_anything_else() {
        for (String scheme : List.of("PPLNS", "PPLNS + finder's bonus", "SOLO", "PPS")) {
            Figure gain = figure(scheme, Kind.HOPPER);
            assertThat(gain.theory()).hasValue(0);
            assertIsTheory(gain);
            assertIsTheory(figure(scheme, Kind.STEADY));
        }
        // So narrow that a scheme which is paid by the round could not hide.
        assertThat(figure("PPLNS", Kind.HOPPER).seen().half()).isLessThan(0.01);
    }

    @Test
    void all_are_paid_the_same_in_the_long_run_and_vary_as_they_must() {
        for (Findings scheme : ALL) {
            assertIsTheory(scheme.figure(Kind.INCOME).orElseThrow());
            assertIsTheory(scheme.figure(Kind.DEVIATION).orElseThrow());
            assertIsTheory(scheme.figure(Kind.CREDIT_DAYS).orElseThrow());
        }
        assertThat(figure("SOLO", Kind.DEVIATION).theory()).hasValueCloseTo(0.99 / Math.sqrt(0.072), within(1e-9));
        assertThat(figure("PPS", Kind.DEVIATION).seen().value()).isLessThan(0.13);
        assertThat(figure("SOLO", Kind.LOW).seen().value()).isZero();
    }

    @Test
    void the_window_reaches_back_by_difficulties_and_the_round_by_chance() {
        assertThat(figure("PPLNS", Kind.WINDOW_DAYS).theory()).hasValueCloseTo(2 / 7.2, within(1e-9));
        assertIsTheory(figure("PPLNS", Kind.WINDOW_DAYS));
        assertIsTheory(figure("PROP", Kind.WINDOW_DAYS));
        assertThat(ALL.get(3).figure(Kind.WINDOW_DAYS)).isEmpty();
    }

    @Test
    void while_the_window_fills_carry_pays_half() {
        SimulatedPool carrying = new SimulatedPool(0.01, 0.01, 0.01, 120, 1000, 0, 2, Unfilled.CARRY, 0);
        List<Findings> carried = new Simulation(carrying, 2, 2000, 5).findings();

        assertThat(carried).extracting(Findings::scheme).containsExactly("PPLNS", "PROP", "SOLO", "PPS");
        assertNear(carried.get(0).figure(Kind.FILLING).orElseThrow(), 0.5);
        assertNear(figure("PPLNS", Kind.FILLING), 0.99);
    }

    @Test
    void the_same_seed_gives_the_same_and_another_one_something_else() {
        List<String> one = new Report(new Simulation(POOL, 10, 10, 7).findings()).csv();

        assertThat(new Report(new Simulation(POOL, 10, 10, 7).findings()).csv()).isEqualTo(one);
        assertThat(new Report(new Simulation(POOL, 10, 10, 8).findings()).csv()).isNotEqualTo(one);
    }

    @Test
    void a_report_has_each_scheme_in_table_file_and_picture() {
        Report report = new Report(ALL);

        assertThat(String.join("\n", report.text())).contains("PPLNS + finder's bonus", "SOLO", "the hopper gains, %");
        assertThat(report.csv().get(0)).isEqualTo("scheme,figure,unit,value,half of the 95 % interval,theory");
        assertThat(report.csv()).hasSize(1 + 9 + 9 + 8 + 7 + 7);
        assertThat(report.svg("a title")).contains("a title", "PROP").doesNotContain("NaN");
    }

    @Test
    void what_cannot_be_simulated_is_told() {
        assertThatThrownBy(() -> new Simulation(POOL, 365, 6000, 1)).hasMessageContaining("fewer --days or --runs");
        SimulatedPool fine = new SimulatedPool(1, 0.5, 0.01, 120, 1_000_000, 0, 2, Unfilled.SCALE, 0);
        assertThatThrownBy(() -> new Simulation(fine, 365, 100, 1)).hasMessageContaining("--shares-per-block");
        assertThatThrownBy(() -> new SimulatedPool(0, 0.1, 0.1, 120, 100, 0, 2, Unfilled.SCALE, 0))
                .hasMessage("the pool's part of the network must be above 0 and at most 1, not 0.0");
        assertThatThrownBy(() -> new SimulatedPool(1, 0.6, 0.5, 120, 100, 0, 2, Unfilled.SCALE, 0))
                .hasMessageContaining("together");
    }

    private static Figure figure(String scheme, Kind kind) {
        return ALL.stream()
                .filter(findings -> findings.scheme().equals(scheme))
                .findFirst()
                .flatMap(findings -> findings.figure(kind))
                .orElseThrow();
    }

    private static void assertIsTheory(Figure figure) {
        assertNear(figure, figure.theory().orElseThrow());
    }

    /** Within four standard deviations: a right simulation is out in one of 16,000 seeds, and this one's seed is fixed. */
    private static void assertNear(Figure figure, double value) {
        assertThat(figure.seen().value())
                .as("%s", figure)
                .isCloseTo(value, within(2.05 * figure.seen().half() + 1e-9));
    }
}
