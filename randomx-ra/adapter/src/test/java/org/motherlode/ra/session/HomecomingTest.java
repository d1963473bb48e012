package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomecomingTest {
    private final List<String> said = new ArrayList<>();
    private final Homecoming home = new Homecoming();

    @Test
    void an_answer_that_comes_first_waits_until_the_share_is_counted_and_is_given_once() {
        home.answer(() -> said.add("ok"));
        assertThat(said).isEmpty();

        home.counted();

        assertThat(said).containsExactly("ok");
    }

    @Test
    void an_answer_that_comes_after_is_given_at_once() {
        home.counted();
        home.answer(() -> said.add("ok"));

        assertThat(said).containsExactly("ok");
    }
}
