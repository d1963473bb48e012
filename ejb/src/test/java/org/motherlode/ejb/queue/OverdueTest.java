package org.motherlode.ejb.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OverdueTest {
    private static final Health.State WELL = new Health.State(true, "stored in the database");

    private long now;
    private final Overdue overdue = new Overdue(Duration.ofSeconds(5), () -> now);

    @Test
    void silence_is_told_after_its_bound_and_not_before() {
        overdue.begins();
        now = Duration.ofMillis(4_999).toNanos();
        assertThat(overdue.or(WELL)).isEqualTo(WELL);
        now = Duration.ofMillis(7_500).toNanos();

        assertThat(overdue.or(WELL)).isEqualTo(new Health.State(false, "the database has given no answer for 7 s"));
    }

    @Test
    void an_answer_ends_it() {
        overdue.begins();
        now = Duration.ofMinutes(1).toNanos();
        overdue.ends();

        assertThat(overdue.or(WELL)).isEqualTo(WELL);
    }
}
