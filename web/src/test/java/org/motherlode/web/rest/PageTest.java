package org.motherlode.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    @Test
    void without_words_the_first_twenty_are_meant() {
        assertThat(Page.of(Optional.empty(), Optional.empty())).isEqualTo(new Page(20, 0));
    }

    @Test
    void the_largest_page_is_a_hundred() {
        assertThat(Page.of(Optional.of("100"), Optional.of("10000"))).isEqualTo(new Page(100, 10_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "ten", "", "99999999999999999999"})
    void another_limit_is_refused_with_its_bounds(String limit) {
        assertThatThrownBy(() -> Page.of(Optional.of(limit), Optional.empty()))
                .hasMessage("limit must be a whole number from 1 to 100.");
    }

    @Test
    void a_deep_offset_is_refused() {
        assertThatThrownBy(() -> Page.of(Optional.empty(), Optional.of("10001")))
                .hasMessage("offset must be a whole number from 0 to 10000.");
    }
}
