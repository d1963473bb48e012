package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

/**
 * Each method in each state of a connection, out of shape in every way that the corpus knows and in ways that nobody thought
 * of: no line brings more than one answer and a farewell, each of them one line of JSON, and no hash that was not earned.
 */
class AnyConversationTest {
    private static final List<String> CORPUS = corpus();
    private static final List<String> SPLINTERS = List.of(
            "\"", "{", "}", "[", "]", ",", ":", "null", "-1", "1e999", "\\u0000", "\\ud800", "\u00e9", "\"id\":", "0x");

    private static final Path FOLDER = folder();

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
                converse(state, List.of(line.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    @Example
    void the_corpus_knows_every_method_and_one_good_line_of_each() throws Exception {
        for (String method : List.of("login", "submit", "getjob", "keepalived")) {
            assertThat(CORPUS.stream().filter(line -> line.contains("\"method\":\"" + method + "\"")))
                    .as(method)
                    .hasSizeGreaterThan(10);
        }
        SpokenSession talk = new SpokenSession(FOLDER, State.LOGGED_IN);
        CORPUS.stream()
                .filter(line -> line.startsWith("{\"id\":1,\"jsonrpc\":\"2.0\""))
                .forEach(talk::say);
        assertThat(talk.claims).as("the good submit").hasSize(1);
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
            talk.session.tick();
            List<String> answers = talk.sent.subList(before, talk.sent.size());
            assertThat(answers.size()).isLessThanOrEqualTo(2);
            for (String answer : answers) {
                mustBeOneObject(answer);
            }
        }
        boolean mayMine = state == State.LOGGED_IN || state == State.BEFORE_LOGIN || state == State.OUT_OF_WORK;
        assertThat(talk.claims.size()).isLessThanOrEqualTo(mayMine ? lines.size() : 0);
        talk.visitor.leave();
    }

    private static void mustBeOneObject(String answer) throws IOException {
        assertThat(answer)
                .startsWith("{")
                .endsWith("}")
                .doesNotContain("\n", "\r")
                .hasSizeLessThan(4_096);
        try (var json = StrictJson.parser(answer.toCharArray())) {
            while (json.nextToken() != null) {
                assertThat(json.currentToken()).isNotNull();
            }
        }
    }

    @Provide
    Arbitrary<List<byte[]>> conversations() {
        Arbitrary<byte[]> whole = Arbitraries.of(CORPUS).map(line -> line.getBytes(StandardCharsets.UTF_8));
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
        try (InputStream file = AnyConversationTest.class.getResourceAsStream("/corpus/cryptonote.txt")) {
            if (file == null) {
                throw new IllegalStateException("the corpus is not there");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isEmpty())
                    .map(line -> line.replace("{session}", "5e55").replace("{job}", "5e551"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
