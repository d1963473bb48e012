package org.motherlode.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    @Test
    void the_median_of_an_even_number_of_values_is_the_mean_of_the_middle_two() {
        assertThat(Quantiles.of(List.of(4.0, 1.0, 3.0, 2.0)).median()).isEqualTo(2.5);
        assertThat(Quantiles.of(List.of(9.0, 1.0, 3.0)).median()).isEqualTo(3.0);
    }

    @Test
    void a_percentile_is_a_value_that_was_measured() {
        Quantiles hundred = Quantiles.ofNanos(LongStream.rangeClosed(1, 100)
                .mapToObj(value -> value * 1_000_000)
                .toList());

        assertThat(hundred.percentile(50)).isEqualTo(50.0);
        assertThat(hundred.percentile(99)).isEqualTo(99.0);
        assertThat(hundred.percentile(100)).isEqualTo(hundred.most()).isEqualTo(100.0);
        assertThat(Quantiles.of(List.of(1.0, 2.0, 3.0)).percentile(99)).isEqualTo(3.0);
        assertThat(Quantiles.of(List.of(7.0)).percentile(1)).isEqualTo(7.0);
    }

    @Test
    void of_nothing_there_is_no_quantile() {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.of(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantiles.of(List.of(1.0)).percentile(0));
    }

    @Test
    void the_median_is_not_moved_by_an_outlier_and_lies_in_its_interval() {
        PairedRatios ratios = new PairedRatios(List.of(1.0, 0.99, 1.01, 1.0, 25.0));

        assertThat(ratios.median()).isEqualTo(1.0);
        assertThat(ratios.interval()[0]).isLessThanOrEqualTo(1.0);
        assertThat(ratios.interval()[1]).isGreaterThanOrEqualTo(1.0);
    }
}
