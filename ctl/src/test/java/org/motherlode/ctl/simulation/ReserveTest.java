package org.motherlode.ctl.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReserveTest {
    @ParameterizedTest
    @CsvSource({"0.01, 343", "0.02, 170", "0.03, 113", "0.05, 66.8"})
    void one_ruin_in_a_thousand_needs_so_many_rewards(double fee, double rewards) {
        assertThat(new Reserve(fee).forRuin(0.001)).isCloseTo(rewards, within(0.5));
    }

    @Test
    void the_root_is_one() {
        double root = new Reserve(0.05).root();

        assertThat(Math.exp(-root) - 1 + 0.95 * root).isCloseTo(0, within(1e-12));
        assertThat(root).isBetween(0.1, 0.11);
    }

    @Test
    void a_simulated_pool_is_ruined_as_often_as_the_formula_says() {
        Reserve rule = new Reserve(0.05);

        Interval seen = rule.simulated(23.03, 1000, 42);

        assertThat(rule.ruin(23.03)).isCloseTo(0.092, within(0.001));
        assertThat(seen.half()).isLessThan(0.006);
        assertThat(seen.value()).isCloseTo(rule.ruin(23.03), within(2.05 * seen.half()));
    }

    @Test
    void the_usual_rule_asks_for_a_little_more() {
        assertThat(new Reserve(0.05).forRuin(0.1)).isLessThan(Math.log(10) / (2 * 0.05));
    }

    @Test
    void without_a_fee_there_is_no_reserve() {
        assertThatThrownBy(() -> new Reserve(0)).hasMessageContaining("needs a fee");
        assertThatThrownBy(() -> new Reserve(0.01).forRuin(1)).hasMessageContaining("chance of ruin");
    }
}
