package org.motherlode.stratum.dialect.cryptonote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.stratum.dialect.cryptonote.Offers.DIALECT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.motherlode.model.wire.Problem;
import org.motherlode.model.wire.Request;
import org.motherlode.stratum.Recording;
import org.motherlode.stratum.json.StrictJson;
import org.motherlode.stratum.json.Utf8Line;

/** Whatever the line, there is a request, and an answer that is one line of JSON. */
class AnyLineTest {
    private static final List<byte[]> REAL = Stream.of(
                    "normal.stratum.log",
                    "keepalive.stratum.log",
                    "nicehash.stratum.log",
                    "mp-fast.log",
                    "mp-selfselect.log",
                    "mp-proxy-upstream.log")
            .flatMap(file -> Recording.named(file).fromMiner().stream())
            .map(line -> line.getBytes(StandardCharsets.UTF_8))
            .toList();
    private static final List<String> SPLINTERS = List.of(
            "\"id\":",
            "\"params\":",
            "\"method\":\"login\"",
            "\"login\":",
            "\"method\":\"block_template\"",
            "\"blob\":\"00\"",
            "\"height\":",
            "\"poolNonce\":",
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            "null",
            "1e9999999999",
            "-",
            "\\u0000",
            "\\ud800",
            "\n",
            "\u00e9",
            "99999999999999999999999999999999");

    @Property(seed = "20261121", tries = 5000)
    void random_bytes_give_a_request(@ForAll @Size(max = 300) byte[] line) throws IOException {
        mustAnswer(line);
    }

    @Property(seed = "20261122", tries = 5000)
    void json_shaped_noise_gives_a_request(@ForAll("noise") String line) throws IOException {
        mustAnswer(line.getBytes(StandardCharsets.UTF_8));
    }

    @Property(seed = "20261123", tries = 10000)
    void real_lines_with_a_wound_give_a_request(@ForAll("wounded") byte[] line) throws IOException {
        mustAnswer(line);
    }

    private static void mustAnswer(byte[] line) throws IOException {
        Request request = DIALECT.read(line);

        String answer = DIALECT.problem(request.requestId(), Problem.MALFORMED);
        assertThat(answer).doesNotContain("\n", "\r");
        try (var json = StrictJson.parser(new Utf8Line(answer.getBytes(StandardCharsets.UTF_8)))) {
            while (json.nextToken() != null) {
                assertThat(json.currentToken()).isNotNull();
            }
        }
        if (request instanceof Request.Unusable unusable) {
            assertThat(unusable.words()).hasSizeBetween(1, 160).doesNotContainPattern("\\p{Cntrl}");
        }
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.of(SPLINTERS).list().ofMaxSize(40).map(parts -> "{" + String.join("", parts));
    }

    /** A real line in which some bytes are replaced by others, by nothing or by a splinter. */
    @Provide
    Arbitrary<byte[]> wounded() {
        Arbitrary<byte[]> patch = Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(4),
                Arbitraries.of(SPLINTERS).map(text -> text.getBytes(StandardCharsets.UTF_8)));
        return Combinators.combine(
                        Arbitraries.of(REAL),
                        Arbitraries.integers().between(0, 2000),
                        Arbitraries.integers().between(0, 6),
                        patch)
                .as(AnyLineTest::wound);
    }

    private static byte[] wound(byte[] line, int where, int gone, byte[] patch) {
        int from = where % line.length;
        int to = Math.min(line.length, from + gone);
        byte[] wounded = Arrays.copyOf(line, line.length - (to - from) + patch.length);
        System.arraycopy(patch, 0, wounded, from, patch.length);
        System.arraycopy(line, to, wounded, from + patch.length, line.length - to);
        return wounded;
    }
}
