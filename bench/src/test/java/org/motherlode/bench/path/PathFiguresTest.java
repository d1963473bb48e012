package org.motherlode.bench.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motherlode.bench.load.Speed;
import org.motherlode.bench.report.Outcome;

class PathFiguresTest {
    private static final Map<String, Double> SECONDS = Map.of("server", 30.0, "postgres", 0.6);

    @Test
    void the_ratio_is_to_as_many_threads_as_there_are_verifiers() {
        PathFigures figures = new PathFigures(List.of(round(40, 40, 114)), 3, "light mode");

        assertThat(figures.ratio()).isCloseTo(0.95, within(1e-9));
        assertThat(figures.scaling()).isCloseTo(1.0, within(1e-9));
        assertThat(figures.control()).isCloseTo(1.0, within(1e-9));
        assertThat(figures.verdict()).endsWith("in light mode is 0.950: goal of 0.95 met");
    }

    @Test
    void a_miss_on_a_calm_machine_is_a_miss() {
        assertThat(new PathFigures(List.of(round(40, 40, 100)), 3, "light mode").verdict())
                .endsWith("goal of 0.95 missed");
    }

    @Test
    void on_a_machine_that_changes_its_speed_nothing_is_met_or_missed() {
        assertThat(new PathFigures(List.of(round(40, 30, 70)), 3, "light mode").verdict())
                .contains("not to be trusted");
        assertThat(new PathFigures(List.of(round(20, 20, 70)), 3, "light mode").verdict())
                .contains("not to be trusted");
    }

    @Test
    void one_bad_round_of_three_does_not_count() {
        PathFigures figures =
                new PathFigures(List.of(round(40, 40, 114), round(40, 40, 12), round(40, 40, 114)), 3, "light mode");

        assertThat(figures.ratio()).isCloseTo(0.95, within(1e-9));
    }

    @Test
    void each_round_is_a_row_with_the_processor_time_of_everybody() {
        Outcome outcome = new PathFigures(List.of(round(40, 40, 114)), 3, "light mode").outcome();

        assertThat(outcome.measured().csv())
                .containsExactly(
                        "round,verifiers,shares,alone_before,alone_after,hash_cpu_ms,library_per_second,path_per_second,"
                                + "server_cpu_seconds,postgres_cpu_seconds,node_cpu_seconds,generator_cpu_seconds,"
                                + "others_cpu_seconds",
                        "0,3,1200,40.000,40.000,25.000,120.000,114.000,30.000,0.600,0.000,0.000,0.000");
        assertThat(outcome.summary().csv())
                .contains("\"path, 3 verifiers\",114.00,0.950,", "processor of server,,,25.000")
                .contains("\"processor of one hash, library alone\",,,25.000", "processor of postgres,,,0.500");
    }

    @Test
    void a_round_without_a_share_for_each_verifier_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PathSettings(3, 1, 2, 1));
        assertThat(PathSettings.of(3, 5, 30, false).sharesPerRound()).isEqualTo(3 * 40 * 30);
        assertThat(PathSettings.of(3, 5, 30, true).sharesPerRound()).isEqualTo(3 * 280 * 30);
    }

    private static PathRound round(double before, double after, double path) {
        return new PathRound(new Speed(before, 24.5), new Speed(after, 25.5), 120, path, 1_200, SECONDS);
    }
}
