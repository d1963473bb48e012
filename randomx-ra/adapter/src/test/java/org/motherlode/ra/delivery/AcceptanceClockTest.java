package org.motherlode.ra.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class AcceptanceClockTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.000000999Z");

    private Instant now = NOON;
    private Instant end = NOON.plusSeconds(5);

    @Test
    void a_life_begins_after_the_one_before_though_the_clock_was_set_back() {
        AcceptanceClock clock = from(NOON.plusSeconds(3_600));

        Instant first = clock.next();
        now = now.plusSeconds(1);

        assertThat(first).isAfter(NOON.plusSeconds(3_600)).isBefore(NOON.plusSeconds(3_601));
        assertThat(clock.next()).isAfter(first);
        assertThat(clock.last()).isEqualTo(clock.last().truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void what_is_not_reserved_is_used_by_microseconds_only() {
        AcceptanceClock clock = from(Instant.EPOCH);
        now = NOON.plusSeconds(60);
        Instant first = clock.next();

        assertThat(first).isEqualTo(Instant.parse("2026-01-01T12:00:05Z"));
        assertThat(clock.next()).isEqualTo(first.plusNanos(1_000));
        end = NOON.plusSeconds(100);
        assertThat(clock.next()).isEqualTo(Instant.parse("2026-01-01T12:01:00Z"));
    }

    private AcceptanceClock from(Instant begin) {
        return new AcceptanceClock(() -> now, begin, () -> end);
    }
}
