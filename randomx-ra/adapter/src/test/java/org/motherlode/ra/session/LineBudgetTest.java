package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineBudgetTest {
    @Test
    void so_many_at_once_then_a_steady_rate() {
        LineBudget budget = new LineBudget(10, 20, 0);
        for (int i = 0; i < 20; i++) {
            assertThat(budget.take(0)).isTrue();
        }
        assertThat(budget.take(0)).isFalse();
        assertThat(budget.take(99)).isFalse();
        assertThat(budget.take(100)).isTrue();
        assertThat(budget.take(100)).isFalse();
    }

    @Test
    void what_is_given_back_is_there_again_and_no_more() {
        LineBudget budget = new LineBudget(1, 1, 0);
        budget.giveBack();
        assertThat(budget.take(0)).isTrue();
        assertThat(budget.take(0)).isFalse();
        budget.giveBack();
        assertThat(budget.take(0)).isTrue();
        assertThat(budget.take(0)).isFalse();
    }

    @Test
    void a_long_pause_saves_no_more_than_that() {
        LineBudget budget = new LineBudget(1, 2, 0);
        assertThat(budget.take(Long.MAX_VALUE / 2)).isTrue();
        assertThat(budget.take(Long.MAX_VALUE / 2)).isTrue();
        assertThat(budget.take(Long.MAX_VALUE / 2)).isFalse();
    }
}
