package org.motherlode.model.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaySpendingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final DaySpending SPENT = new DaySpending(List.of(gone(2, 30), gone(9, 50), gone(1, 10)));

    @Test
    void the_room_is_what_the_days_payouts_leave() {
        assertThat(SPENT.room(atoms(100))).isEqualTo(atoms(10));
        assertThat(SPENT.room(atoms(80))).as("the bound was lowered").isEqualTo(atoms(0));
        assertThat(DaySpending.NONE.room(atoms(100))).isEqualTo(atoms(100));
    }

    @Test
    void there_is_room_when_enough_of_the_oldest_are_a_day_old() {
        assertThat(SPENT.roomFor(atoms(10), atoms(100))).isEqualTo(Instant.EPOCH);
        assertThat(SPENT.roomFor(atoms(11), atoms(100))).isEqualTo(hoursAgo(9).plus(DaySpending.DAY));
        assertThat(SPENT.roomFor(atoms(60), atoms(100))).isEqualTo(hoursAgo(9).plus(DaySpending.DAY));
        assertThat(SPENT.roomFor(atoms(61), atoms(100))).isEqualTo(hoursAgo(2).plus(DaySpending.DAY));
        assertThat(SPENT.roomFor(atoms(100), atoms(100))).isEqualTo(hoursAgo(1).plus(DaySpending.DAY));
    }

    private static DaySpending.Begun gone(long hoursAgo, long atoms) {
        return new DaySpending.Begun(hoursAgo(hoursAgo), atoms(atoms));
    }

    private static Instant hoursAgo(long hours) {
        return NOON.minus(Duration.ofHours(hours));
    }

    private static BigInteger atoms(long number) {
        return BigInteger.valueOf(number);
    }
}
