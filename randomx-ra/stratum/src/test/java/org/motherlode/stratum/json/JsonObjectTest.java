package org.motherlode.stratum.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.stratum.Recording;

class JsonObjectTest {
    private static final byte[] LOGIN_ANSWER =
            Recording.named("t8.stratum.log").fromPool().get(0).getBytes(StandardCharsets.UTF_8);

    @Test
    void texts_whole_numbers_and_objects_are_found_and_the_rest_is_absent() throws IOException {
        JsonObject object = read("{\"t\":\"x\",\"n\":-7,\"f\":1.5,\"huge\":99999999999999999999,\"o\":{\"t\":\"y\"},"
                + "\"a\":[{\"t\":1}],\"b\":true,\"z\":null}");

        assertThat(object.text("t")).contains("x");
        assertThat(object.number("n")).contains(-7L);
        assertThat(object.number("f")).isEmpty();
        assertThat(object.number("huge")).isEmpty();
        assertThat(object.object("o").orElseThrow().text("t")).contains("y");
        assertThat(object.object("a")).isEmpty();
        assertThat(object.text("b")).isEmpty();
        assertThat(object.text("z")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "{",
                "{}{}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":" + "{\"a\":{\"a\":{\"a\":{}}}}}}}}}"
            })
    void what_is_not_one_shallow_object_is_refused(String line) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(IOException.class);
    }

    @Property(seed = "20261124", tries = 5000)
    void a_wounded_line_is_read_or_refused_and_nothing_else(
            @ForAll @IntRange(max = 1000) int where, @ForAll byte other) {
        byte[] line = LOGIN_ANSWER.clone();
        line[where % line.length] = other;

        Throwable thrown = catchThrowable(() -> JsonObject.read(line));

        assertThat(thrown == null || thrown instanceof IOException)
                .as("%s", thrown)
                .isTrue();
    }

    private static JsonObject read(String line) throws IOException {
        return JsonObject.read(line.getBytes(StandardCharsets.UTF_8));
    }
}
