package org.motherlode.bench.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.motherlode.bench.binding.Comparison.Round;
import org.motherlode.bench.report.Outcome;

class FiguresTest {
    @Test
    void a_side_that_takes_a_tenth_longer_has_a_ratio_below_one() {
        assertThat(figures(new Round(1_000, 1_100, 1_000)).jni().median()).isBetween(0.909, 0.910);
        assertThat(figures(new Round(1_000, 1_100, 1_000)).verdict()).endsWith("goal of 0.98 missed");
        assertThat(figures(new Round(1_000, 1_001, 1_000)).verdict()).endsWith("goal of 0.98 met");
    }

    @Test
    void a_control_that_is_off_spoils_the_figure() {
        assertThat(figures(new Round(1_000, 1_000, 1_020)).verdict()).startsWith("not to be trusted");
    }

    @Test
    void each_round_is_a_row() {
        Outcome outcome = figures(new Round(1_000, 1_100, 1_000)).outcome("binding-light");

        assertThat(outcome.measured().csv())
                .hasSize(6)
                .startsWith("round,hashes,c_nanos,jni_nanos,control_nanos", "0,8,1000,1100,1000");
        assertThat(outcome.summary().csv())
                .anyMatch(line -> line.startsWith("through JNI,") && line.contains(",0.9091,"));
    }

    @Test
    void less_than_one_hash_is_refused() {
        assertThat(BindingSettings.of(true, 7).hashes())
                .isGreaterThan(BindingSettings.of(false, 7).hashes());
        assertThatIllegalArgumentException().isThrownBy(() -> BindingSettings.of(false, 0));
    }

    private static Figures figures(Round round) {
        return new Figures(Collections.nCopies(5, round), 4);
    }
}
