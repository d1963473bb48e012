package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineBudgetTest {
    @Test
    void two_seconds_worth_at_once_then_a_steady_rate() {
        LineBudget budget = new LineBudget(10, 0);
        for (int i = 0; i < 20; i++) {
            assertThat(budget.take(0)).isTrue();
        }
        assertThat(budget.take(0)).isFalse();
        assertThat(budget.take(99)).isFalse();
        assertThat(budget.take(100)).isTrue();
        assertThat(budget.take(100)).isFalse();
    }

    @Test
    void a_long_pause_saves_no_more_than_two_seconds_worth() {
        LineBudget budget = new LineBudget(1, 0);
        assertThat(budget.take(Long.MAX_VALUE / 2)).isTrue();
        assertThat(budget.take(Long.MAX_VALUE / 2)).isTrue();
        assertThat(budget.take(Long.MAX_VALUE / 2)).isFalse();
    }
}
