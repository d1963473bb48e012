package org.motherlode.ra.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final int MOST_RESTING = 2;

    private final Turns<String> turns = new Turns<>(MOST_RESTING);

    @Test
    void who_was_given_the_least_is_next() {
        turns.waits("amy");
        turns.waits("bob");
        give("amy", 2);
        give("bob", 1);

        assertThat(turns.next()).isEqualTo("bob");
    }

    @Test
    void among_equals_who_came_first_is_next() {
        turns.waits("amy");
        turns.waits("bob");

        assertThat(turns.next()).isEqualTo("amy");
    }

    @Test
    void nobody_saves_time_up_by_staying_away() {
        turns.waits("amy");
        give("amy", 100);
        turns.next();
        turns.waits("bob");
        give("bob", 1);

        assertThat(turns.next()).isEqualTo("amy");
    }

    @Test
    void who_has_had_more_than_the_others_is_remembered_while_away() {
        turns.waits("amy");
        turns.waits("bob");
        give("amy", 100);
        turns.rests("amy");
        turns.waits("amy");
        give("bob", 99);

        assertThat(turns.next()).isEqualTo("bob");
    }

    @Test
    void who_has_had_no_more_than_the_others_is_forgotten() {
        turns.waits("amy");
        turns.waits("bob");
        give("amy", 5);
        turns.rests("amy");
        assertThat(turns.known()).isEqualTo(2);
        give("bob", 5);
        turns.next();
        turns.rests("bob");

        assertThat(turns.known()).isZero();
    }

    @Test
    void so_many_are_remembered_and_no_more() {
        turns.waits("patient");
        for (int i = 0; i < 10; i++) {
            String visitor = "visitor " + i;
            turns.waits(visitor);
            give(visitor, 100 + i);
            turns.rests(visitor);
        }

        assertThat(turns.known()).isEqualTo(1 + MOST_RESTING);
    }

    @Test
    void what_is_taken_back_counts_as_never_given() {
        turns.waits("amy");
        turns.waits("bob");
        give("amy", 10);
        give("bob", 5);
        give("amy", -6);

        assertThat(turns.next()).isEqualTo("amy");
    }

    @Test
    void a_stranger_is_charged_nothing() {
        give("nobody", 10);

        assertThat(turns.known()).isZero();
    }

    private void give(String who, long nanos) {
        turns.charge(who, nanos);
    }
}
