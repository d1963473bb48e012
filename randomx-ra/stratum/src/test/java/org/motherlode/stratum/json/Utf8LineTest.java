package org.motherlode.stratum.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8LineTest {
    @Property(seed = "20261125", tries = 500)
    void any_text_comes_out_as_it_went_in(@ForAll String text) throws IOException {
        // Half a pair has no form in UTF-8 and goes in as a question mark.
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(whole);
    }

    @Test
    void a_text_of_many_windows_with_pairs_at_their_edges_comes_out_as_it_went_in() throws IOException {
        String text = "a" + "\ud83d\ude00".repeat(5_000) + "\u20ac" + "\ud83d\ude00".repeat(1_000);

        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        Utf8Line line = new Utf8Line(text.getBytes(StandardCharsets.UTF_8));
        assertThat(line.slice(1, 9_999)).isEqualTo(text.substring(1, 9_999));
        assertThat(line.slice(10_001, 10_002)).isEqualTo("\u20ac");
        assertThat(line.slice(0, 0)).isEmpty();
        assertThatThrownBy(() -> line.slice(0, text.length() + 1)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3_999, 4_000, 4_001, 15_000})
    void what_is_no_utf_8_is_refused_wherever_it_stands(int at) {
        byte[] bytes = "a".repeat(16_000).getBytes(StandardCharsets.US_ASCII);
        bytes[at] = (byte) 0xc0;

        assertThatThrownBy(() -> read(bytes)).isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void half_a_letter_at_the_end_is_refused() {
        byte[] bytes = {'a', (byte) 0xe2, (byte) 0x82};

        assertThatThrownBy(() -> read(bytes)).isInstanceOf(CharacterCodingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\\n\\u00e9", "\u20ac", "\\ud83d\\ude00"})
    void the_parts_of_a_text_are_the_text_however_long_it_is(String part) throws IOException {
        for (int times : new int[] {1, 700, 2_500}) {
            try (JsonParser json = json(part.repeat(times));
                    JsonParser same = json(part.repeat(times))) {
                same.nextToken();
                String text = same.getText();
                json.nextToken();
                TextParts parts = TextParts.of(json);

                assertThat(parts).hasToString(text).hasSize(text.length());
                assertThat(TextParts.start(json, 3)).isEqualTo(text.substring(0, Math.min(3, text.length())));
            }
        }
    }

    private static JsonParser json(String content) throws IOException {
        return StrictJson.parser(new Utf8Line(("\"" + content + "\"").getBytes(StandardCharsets.UTF_8)));
    }

    private static String read(byte[] bytes) throws IOException {
        StringWriter text = new StringWriter();
        new Utf8Line(bytes).reader().transferTo(text);
        return text.toString();
    }
}
