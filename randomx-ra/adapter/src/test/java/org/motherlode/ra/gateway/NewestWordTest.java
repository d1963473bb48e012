package org.motherlode.ra.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motherlode.ra.gateway.NewestWord.Word;

class NewestWordTest {
    private final NewestWord newest = new NewestWord();
    private final Word first = Word.pause("first");
    private final Word second = Word.pause("second");

    @Test
    void a_word_that_replaces_one_that_nobody_saw_needs_nobody_to_be_told() {
        assertThat(newest.put(first)).isTrue();
        assertThat(newest.put(second)).isFalse();

        assertThat(newest.peek()).containsSame(second);
    }

    /** Whoever looked at the first is busy with it, and would not look again of itself. */
    @Test
    void a_word_that_replaces_one_that_was_looked_at_needs_somebody_to_be_told() {
        newest.put(first);
        assertThat(newest.peek()).containsSame(first);

        assertThat(newest.put(second)).isTrue();
        assertThat(newest.take(first)).isFalse();
        assertThat(newest.take(second)).isTrue();
        assertThat(newest.put(first)).isTrue();
    }
}
