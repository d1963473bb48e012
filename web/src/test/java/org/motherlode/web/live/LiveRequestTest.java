package org.motherlode.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveRequestTest {
    @Test
    void channels_are_subscribed_by_name() {
        assertThat(LiveRequest.parse("{\"type\":\"subscribe\",\"data\":{\"channels\":[\"stats\",\"miner:4Amy\"]}}"))
                .isEqualTo(new LiveRequest.Subscribe(List.of("stats", "miner:4Amy")));
    }

    @Test
    void a_ping_needs_nothing_else() {
        assertThat(LiveRequest.parse("{\"type\":\"ping\"}")).isEqualTo(new LiveRequest.Ping());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{\"type\":7}",
                "{\"type\":\"steal\"}",
                "{\"type\":\"subscribe\",\"data\":7}",
                "{\"type\":\"subscribe\",\"data\":{\"channels\":\"stats\"}}",
                "{\"type\":\"subscribe\",\"data\":{\"channels\":[1]}}",
                "{\"type\":\"subscribe\""
            })
    void anything_else_is_malformed_and_never_an_exception(String text) {
        assertThat(LiveRequest.parse(text)).isInstanceOf(LiveRequest.Malformed.class);
    }
}
