package org.motherlode.ra.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatencyHistogramTest {
    @Test
    void nothing_recorded_is_zero() {
        assertThat(new LatencyHistogram().percentile(99)).isZero();
    }

    @Test
    void a_percentile_is_never_too_small_and_at_most_an_eighth_too_large() {
        for (long micros :
                new long[] {0, 1, 7, 8, 9, 100, 999, 22_000, 1_000_000, 3_600_000_000L, Long.MAX_VALUE / 8}) {
            LatencyHistogram histogram = new LatencyHistogram();
            histogram.record(micros);
            assertThat(histogram.percentile(50)).isBetween(micros, micros + micros / 8);
        }
    }

    @Test
    void half_lies_below_the_middle_and_one_in_a_hundred_above_the_last() {
        LatencyHistogram histogram = new LatencyHistogram();
        for (int i = 0; i < 99; i++) {
            histogram.record(10);
        }
        histogram.record(5_000);

        assertThat(histogram.percentile(50)).isEqualTo(10);
        assertThat(histogram.percentile(99)).isEqualTo(10);
        assertThat(histogram.percentile(100)).isGreaterThanOrEqualTo(5_000);
    }

    @Test
    void a_clock_that_went_back_is_no_time_at_all() {
        LatencyHistogram histogram = new LatencyHistogram();
        histogram.record(-5);

        assertThat(histogram.percentile(50)).isZero();
    }
}
