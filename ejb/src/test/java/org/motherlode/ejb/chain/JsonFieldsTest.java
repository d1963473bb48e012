package org.motherlode.ejb.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.chain.NodeUnavailableException;

class JsonFieldsTest {
    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 7, 999_999_999_999_999_999L, -999_999_999_999_999_999L})
    void a_whole_number_may_be_below_zero(long number) throws Exception {
        assertThat(fields(Long.toString(number)).integer("n")).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e3", "\"7\"", "null", "1000000000000000000", "[1]"})
    void what_is_none_is_named(String value) {
        assertThatThrownBy(() -> fields(value).integer("n"))
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessage("the node gave no sensible answer: 'n' is not a whole number of at most 18 digits");
    }

    private static JsonFields fields(String value) {
        try (JsonReader reader = Json.createReader(new StringReader("{\"n\":" + value + "}"))) {
            return new JsonFields("the node", reader.readObject());
        }
    }
}
