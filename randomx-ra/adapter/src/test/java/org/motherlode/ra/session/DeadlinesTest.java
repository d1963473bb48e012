package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/** How long what a miner is sent may wait for it. */
class DeadlinesTest {
    private static final long MILLIS = 10_000;

    private final ListedWire wire = new ListedWire();
    private final Deadlines deadlines = deadlines();

    private static Deadlines deadlines() {
        try {
            return new Deadlines(SessionSettings.of(Settings.parse("slow-reader-millis = " + MILLIS)), 0);
        } catch (SettingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void one_line_that_nobody_takes_is_kept_so_long_and_no_longer_though_more_could_wait() {
        wire.takes = false;
        wire.send("a job");
        assertThat(isPassed(1_000)).isFalse();
        assertThat(isPassed(1_000 + MILLIS - 1)).isFalse();
        wire.send("another one");

        assertThat(isPassed(1_000 + MILLIS)).isTrue();
    }

    @Test
    void who_takes_one_line_after_the_other_stays_though_there_is_always_one_more() {
        wire.takes = false;
        wire.send("a job");
        for (int i = 1; i <= 10; i++) {
            wire.send("one more");
            assertThat(isPassed(i * MILLIS / 2)).isFalse();
            wire.takesOne();
        }
    }

    @Test
    void who_never_comes_down_to_the_bound_is_too_slow_though_he_takes_a_line_now_and_then() {
        wire.keepsUp = false;
        for (int i = 1; i < 10; i++) {
            wire.send("a job");
            assertThat(isPassed(i * MILLIS / 10)).isFalse();
        }

        assertThat(isPassed(MILLIS)).isTrue();
    }

    @Test
    void who_is_sent_nothing_is_not_waited_for() {
        assertThat(isPassed(5 * MILLIS)).isFalse();
        wire.send("a job");

        assertThat(isPassed(10 * MILLIS)).isFalse();
    }

    private boolean isPassed(long nowMillis) {
        return deadlines.missed(true, true, wire, nowMillis).isPresent();
    }
}
