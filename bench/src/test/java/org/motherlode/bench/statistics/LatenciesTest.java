package org.motherlode.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final long MILLI = 1_000_000;

    @Test
    void percentiles_are_right_to_three_digits() {
        Latencies latencies = new Latencies("x");
        for (int i = 1; i <= 1_000; i++) {
            latencies.record(i * MILLI);
        }

        assertThat(latencies.median()).isCloseTo(500, within(1.0));
        assertThat(latencies.percentile(99)).isCloseTo(990, within(1.0));
        assertThat(latencies.most()).isCloseTo(1_000, within(1.0));
    }

    @Test
    void without_any_there_is_nothing_to_draw_and_nothing_fails() {
        Latencies none = new Latencies("none");

        assertThat(none.percentile(99)).isZero();
        assertThat(none.points()).allSatisfy(point -> assertThat(point.millis()).isZero());
    }

    @Test
    void points_rise_to_the_longest() {
        Latencies latencies = new Latencies("x");
        latencies.record(MILLI);
        latencies.record(80 * MILLI);

        List<Latencies.Point> points = latencies.points();

        assertThat(points.get(points.size() - 1).quantile()).isEqualTo(1);
        assertThat(points.get(points.size() - 1).millis()).isCloseTo(80, within(0.1));
    }
}
