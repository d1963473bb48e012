package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.motherlode.ra.session.SpokenSession.State;
import org.motherlode.stratum.json.StrictJson;
import org.motherlode.stratum.json.Utf8Line;

/**
 * Each method in each state of a connection, out of shape in every way that the corpus knows and in ways that nobody thought
 * of: no line brings more than one answer and a farewell, each of them one line of JSON, and no hash that was not earned.
 */
class AnyConversationTest {
    private static final List<String> SPLINTERS = List.of(
            "\"", "{", "}", "[", "]", ",", ":", "null", "-1", "1e999", "\\u0000", "\\ud800", "\u00e9", "\"id\":", "0x");

    private static final Path FOLDER = folder();
    private static final List<String> CORPUS = corpus();

    private static Path folder() {
        try {
            return Files.createTempDirectory("conversation");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> assertThat(file.toFile().delete()).isTrue());
        }
    }

    @Example
    void every_line_of_the_corpus_in_every_state() throws Exception {
        for (State state : State.values()) {
            for (String line : CORPUS) {
                converse(state, List.of(Corpus.bytes(line)));
            }
        }
    }

    @Example
    void the_corpus_knows_every_method_and_one_good_line_of_each() throws Exception {
        for (String method : List.of("login", "submit", "getjob", "keepalived", "block_template")) {
            assertThat(CORPUS.stream().filter(line -> line.contains("\"method\":\"" + method + "\"")))
                    .as(method)
                    .hasSizeGreaterThan(10);
        }
        for (State state : List.of(State.LOGGED_IN, State.NICEHASH, State.CHOOSING, State.JUDGED_LATER, State.CHOSEN)) {
            SpokenSession talk = new SpokenSession(FOLDER, state);
            good("block_template").forEach(talk::say);
            talk.jury.judge();
            good("submit").forEach(talk::say);
            assertThat(talk.claims).as("the good submit, %s", state).hasSize(1);
        }
        SpokenSession proxy = new SpokenSession(FOLDER, State.FILLING);
        CORPUS.stream().filter(line -> line.startsWith("{\"id\":7,")).limit(1).forEach(proxy::say);
        assertThat(proxy.claims).as("the good submit of a proxy").hasSize(1);
    }

    private static Stream<String> good(String method) {
        String start = "{\"id\":1,\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\"";
        return CORPUS.stream().filter(line -> line.startsWith(start));
    }

    @Property(seed = "20261124", tries = 3000)
    void wounded_lines_one_after_the_other(@ForAll State state, @ForAll("conversations") List<byte[]> lines)
            throws Exception {
        converse(state, lines);
    }

    private static void converse(State state, List<byte[]> lines) throws Exception {
        SpokenSession talk = new SpokenSession(FOLDER, state);
        for (byte[] line : lines) {
            int before = talk.sent.size();
            talk.say(line);
            talk.jury.judge();
            talk.session.tick();
            List<String> answers = talk.sent.subList(before, talk.sent.size());
            assertThat(answers.size()).isLessThanOrEqualTo(2);
            for (String answer : answers) {
                mustBeOneObject(answer);
            }
        }
        assertThat(talk.claims.size()).isLessThanOrEqualTo(lines.size());
        assertThat(talk.claims).noneMatch(claim -> claim.job().isChoice());
        if (!state.mayMine() && lines.size() == 1) {
            assertThat(talk.claims).isEmpty();
        }
        talk.visitor.leave();
    }

    private static void mustBeOneObject(String answer) throws IOException {
        assertThat(answer)
                .startsWith("{")
                .endsWith("}")
                .doesNotContain("\n", "\r")
                .hasSizeLessThan(4_096);
        try (var json = StrictJson.parser(new Utf8Line(answer.getBytes(StandardCharsets.UTF_8)))) {
            while (json.nextToken() != null) {
                assertThat(json.currentToken()).isNotNull();
            }
        }
    }

    @Provide
    Arbitrary<List<byte[]>> conversations() {
        Arbitrary<byte[]> whole = Arbitraries.of(CORPUS).map(Corpus::bytes);
        Arbitrary<byte[]> patch = Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(4),
                Arbitraries.of(SPLINTERS).map(text -> text.getBytes(StandardCharsets.UTF_8)));
        Arbitrary<byte[]> wounded = Combinators.combine(
                        whole,
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.integers().between(0, 6),
                        patch)
                .as(AnyConversationTest::wound);
        return Arbitraries.oneOf(whole, wounded).list().ofMinSize(1).ofMaxSize(12);
    }

    private static byte[] wound(byte[] line, int where, int gone, byte[] patch) {
        int from = where % line.length;
        int to = Math.min(line.length, from + gone);
        byte[] wounded = Arrays.copyOf(line, line.length - (to - from) + patch.length);
        System.arraycopy(patch, 0, wounded, from, patch.length);
        System.arraycopy(line, to, wounded, from + patch.length, line.length - to);
        return wounded;
    }

    private static List<String> corpus() {
        try {
            return Corpus.lines(FOLDER);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
