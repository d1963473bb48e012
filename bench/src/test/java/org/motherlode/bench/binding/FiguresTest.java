package org.motherlode.bench.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motherlode.bench.binding.Comparison.Round;

class FiguresTest {
    @Test
    void a_side_that_takes_a_tenth_longer_has_a_ratio_below_one() {
        assertThat(figures(new Round(1_000, 1_100, 1_000)).jni().median()).isBetween(0.909, 0.910);
        assertThat(figures(new Round(1_000, 1_100, 1_000)).verdict()).isEqualTo("goal of 0.98 missed");
        assertThat(figures(new Round(1_000, 1_001, 1_000)).verdict()).isEqualTo("goal of 0.98 met");
    }

    @Test
    void a_control_that_is_off_spoils_the_figure() {
        assertThat(figures(new Round(1_000, 1_000, 1_020)).verdict()).startsWith("not to be trusted");
    }

    @Test
    void the_median_is_not_moved_by_an_outlier_and_lies_in_its_interval() {
        PairedRatios ratios = new PairedRatios(List.of(1.0, 0.99, 1.01, 1.0, 25.0));

        assertThat(ratios.median()).isEqualTo(1.0);
        assertThat(ratios.interval()[0]).isLessThanOrEqualTo(1.0);
        assertThat(ratios.interval()[1]).isGreaterThanOrEqualTo(1.0);
    }

    @Test
    void a_mode_that_is_neither_light_nor_fast_is_refused() {
        assertThat(BindingSettings.of().fast()).isFalse();
        assertThat(BindingSettings.of("fast", "7").rounds()).isEqualTo(7);
        assertThatIllegalArgumentException().isThrownBy(() -> BindingSettings.of("quick"));
        assertThatIllegalArgumentException().isThrownBy(() -> BindingSettings.of("light", "0"));
    }

    private static Figures figures(Round round) {
        return new Figures(Collections.nCopies(5, round), 4);
    }
}
