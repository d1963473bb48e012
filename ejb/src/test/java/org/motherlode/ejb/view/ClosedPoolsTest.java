package org.motherlode.ejb.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ClosedPoolsTest {
    @Test
    void the_key_is_told_and_nothing_of_its_value() {
        assertThat(ClosedPools.keys(Map.of(
                        "a", "ports must be 'host:port dialect difficulty', not 'secret'",
                        "b", "monero.wallet-password must not be 'secret'",
                        "c", "settings must be lines of 'key = value', but has: secret")))
                .isEqualTo(Map.of("a", "ports", "b", "monero.wallet-password", "c", "settings"));
    }

    @Test
    void a_sentence_that_begins_with_no_key_names_none() {
        assertThat(ClosedPools.keys(Map.of("a", "opening failed unexpectedly: secret", "b", "")))
                .isEqualTo(Map.of("a", "", "b", ""));
    }
}
