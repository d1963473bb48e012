package org.motherlode.ra.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motherlode.model.health.Condition;
import org.motherlode.ra.fixture.LogEar;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;

class TroubleTest {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final LogEar log = new LogEar(Level.INFO);
    private final Figures figures = new Figures();
    private long now = Long.MAX_VALUE - 10; // a clock of nanoseconds may wrap around
    private final Troubles troubles = new Troubles(figures, () -> now);

    @AfterEach
    void listenNoMore() {
        log.close();
    }

    @Test
    void a_thousand_faults_are_a_thousand_counts_and_one_line_a_minute_that_says_how_many() {
        note(1_000);
        assertThat(log.heard()).hasSize(1);
        now += MINUTE - 1;
        note(1);
        assertThat(log.heard()).hasSize(1);
        now += 1;
        troubles.tell();
        troubles.tell();

        assertThat(log.heard())
                .extracting(LogRecord::getMessage)
                .containsExactly(
                        "a bug: 1 since this was last told, 1 so far",
                        "a bug: 1000 since this was last told, 1001 so far");
        assertThat(figures.total(Count.CONNECTION_FAULTS)).isEqualTo(1_001);
    }

    @Test
    void what_works_by_the_time_it_is_told_again_is_said_to() {
        note(2);
        troubles.of(Fault.CONNECTION).works();
        now += MINUTE;
        troubles.tell();

        assertThat(log.heard())
                .extracting(LogRecord::getMessage)
                .last()
                .isEqualTo("a bug: 1 since this was last told, 2 so far; it works by now");
    }

    @Test
    void only_the_first_line_of_a_bout_has_a_stack() {
        note(1);
        now += MINUTE - 1;
        note(1);
        now += 1;
        note(1);
        now += MINUTE;
        note(1);

        assertThat(log.heard()).extracting(line -> line.getThrown() != null).containsExactly(true, false, true);
    }

    @Test
    void what_is_wrong_is_told_until_a_minute_has_passed_without_it() {
        assertThat(troubles.conditions()).isEmpty();
        troubles.of(Fault.HASHING).note("no memory", new OutOfMemoryError());
        now += MINUTE - 1;
        assertThat(troubles.conditions())
                .containsExactly(new Condition("adapter.hashing", false, true, "no memory, 1 so far"));
        now += 1;

        assertThat(troubles.conditions()).isEmpty();
    }

    @Test
    void it_is_no_reason_to_send_miners_elsewhere_once_it_works_again() {
        troubles.of(Fault.HASHING).note("no memory", new OutOfMemoryError());
        troubles.of(Fault.HASHING).works();
        assertThat(troubles.conditions()).extracting(Condition::needed).containsExactly(false);
        troubles.of(Fault.HASHING).note("no memory", new OutOfMemoryError());

        assertThat(troubles.conditions()).extracting(Condition::needed).containsExactly(true);
    }

    @Test
    void words_are_one_line_of_a_bounded_length() {
        troubles.of(Fault.VERDICT).note("a\nb\u0000" + "c".repeat(10_000), new IllegalStateException());

        assertThat(log.heard().get(0).getMessage()).startsWith("a b ccc").hasSizeLessThan(400);
        assertThat(troubles.conditions().get(0).words()).startsWith("a b ccc").hasSizeLessThan(400);
    }

    private void note(int times) {
        for (int i = 0; i < times; i++) {
            troubles.of(Fault.CONNECTION).note("a bug", new IllegalStateException("a bug"));
        }
    }
}
