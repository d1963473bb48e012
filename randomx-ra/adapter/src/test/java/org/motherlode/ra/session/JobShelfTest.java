package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JobShelfTest {
    private final JobShelf shelf = new JobShelf("00c0ffee00c0ffee", 2);

    @Test
    void every_job_has_another_id() {
        assertThat(shelf.nextId()).isNotEqualTo(shelf.nextId());
    }

    @Test
    void what_was_given_is_known_for_ever_and_what_comes_next_is_not() {
        String first = shelf.nextId();
        for (int i = 2; i <= 1_000; i++) {
            shelf.nextId();
        }

        assertThat(shelf.wasGiven(first)).isTrue();
        assertThat(shelf.wasGiven("00c0ffee00c0ffee3e8")).isTrue();
        assertThat(shelf.wasGiven("00c0ffee00c0ffee3e9")).isFalse();
    }

    @Test
    void another_spelling_or_another_session_is_no_job_of_this_one() {
        shelf.nextId();

        assertThat(shelf.wasGiven("00c0ffee00c0ffee1")).isTrue();
        assertThat(shelf.wasGiven("00c0ffee00c0ffee01")).isFalse();
        assertThat(shelf.wasGiven("00C0FFEE00C0FFEE1")).isFalse();
        assertThat(shelf.wasGiven("00c0ffee00c0ffee")).isFalse();
        assertThat(shelf.wasGiven("00c0ffee00c0ffee0")).isFalse();
        assertThat(shelf.wasGiven("00c0ffee00c0ffee-1")).isFalse();
        assertThat(shelf.wasGiven("00c0ffee00c0ffeeffffffffffffffffffff")).isFalse();
        assertThat(shelf.wasGiven("11c0ffee00c0ffee1")).isFalse();
        assertThat(shelf.wasGiven("")).isFalse();
    }
}
