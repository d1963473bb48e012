package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

class LineBudgetTest {
    private final FreeVisitor visitor = new FreeVisitor();

    @Test
    void so_many_at_once_then_a_steady_rate() {
        LineBudget budget = budget(10, 20);
        for (int i = 0; i < 20; i++) {
            assertThat(budget.take(9, 0)).isTrue();
        }
        assertThat(budget.take(9, 0)).isFalse();
        assertThat(budget.take(9, 99)).isFalse();
        assertThat(budget.take(9, 100)).isTrue();
        assertThat(budget.take(9, 100)).isFalse();
    }

    @Test
    void what_is_given_back_is_there_again_and_no_more() {
        LineBudget budget = budget(1, 1);
        budget.giveBack();
        assertThat(budget.take(9, 0)).isTrue();
        assertThat(budget.take(9, 0)).isFalse();
        budget.giveBack();
        assertThat(budget.take(9, 0)).isTrue();
        assertThat(budget.take(9, 0)).isFalse();
    }

    @Test
    void a_long_pause_saves_no_more_than_that() {
        LineBudget budget = budget(1, 2);
        assertThat(budget.take(9, Long.MAX_VALUE / 2)).isTrue();
        assertThat(budget.take(9, Long.MAX_VALUE / 2)).isTrue();
        assertThat(budget.take(9, Long.MAX_VALUE / 2)).isFalse();
    }

    @Test
    void a_long_line_counts_for_each_part_of_it_that_is_begun() {
        LineBudget budget = budget(1, 17);
        assertThat(budget.take(16_383, 0)).isTrue();
        assertThat(budget.take(1_023, 0)).isTrue();
        assertThat(budget.take(0, 0)).isFalse();
        assertThat(budget.take(1_024, 1_999)).isFalse();
        assertThat(budget.take(1_024, 2_000)).isTrue();

        assertThat(visitor.said).containsExactly(16, 1, 2);
    }

    @Test
    void of_a_long_line_that_something_else_counts_one_comes_back() {
        LineBudget budget = budget(1, 16);
        assertThat(budget.take(16_383, 0)).isTrue();
        budget.giveBack();

        assertThat(budget.take(1_024, 0)).isFalse();
        assertThat(budget.take(1_023, 0)).isTrue();
    }

    @Test
    void a_line_that_counts_for_more_than_may_come_at_once_needs_all_of_that() {
        LineBudget budget = budget(1, 5);
        assertThat(budget.take(16_383, 0)).isTrue();
        assertThat(budget.take(16_383, 4_999)).isFalse();

        assertThat(budget.take(16_383, 5_000)).isTrue();
    }

    @Test
    void what_its_connection_may_say_its_address_may_not() {
        visitor.talk = many -> many < 2;
        LineBudget budget = budget(10, 100);

        assertThat(budget.take(1_023, 0)).isTrue();
        assertThat(budget.take(1_024, 0)).isFalse();
    }

    private LineBudget budget(int perSecond, int atOnce) {
        try {
            Settings settings = Settings.parse("lines-per-second = " + perSecond + "; lines-at-once = " + atOnce);
            return new LineBudget(SessionSettings.of(settings), visitor, 0);
        } catch (SettingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
