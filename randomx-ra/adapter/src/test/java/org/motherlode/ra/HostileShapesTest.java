package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.ra.CryptonoteServer.error;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.PlainMiner.Share;
import org.motherlode.ra.fixture.RawSocket;
import org.motherlode.ra.statistics.Count;

/** Requests whose members are missing, of another kind, or too long. What they say is heard to the byte. */
class HostileShapesTest {
    /** Values that are no text; as any member that must be one they make the request malformed. */
    private static final List<String> NO_TEXTS = List.of("7", "1.5", "true", "[]", "[\"x\"]", "{}", "{\"a\":{}}");

    @TempDir
    static Path folder;

    private static CryptonoteServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new CryptonoteServer(folder, "").withWork();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<String> badLogins() {
        Stream<String> params = Stream.of(
                "",
                ",\"params\":null",
                ",\"params\":[]",
                ",\"params\":[\"miner1\",\"x\"]",
                ",\"params\":\"miner1\"",
                ",\"params\":7",
                ",\"params\":{}",
                ",\"params\":{\"login\":null}",
                ",\"params\":{\"login\":\"\"}",
                ",\"params\":{\"login\":\"" + "m".repeat(513) + "\"}",
                ",\"params\":{\"login\":\"miner1\",\"pass\":\"" + "p".repeat(257) + "\"}",
                ",\"params\":{\"login\":\"miner1\",\"rigid\":\"" + "r".repeat(129) + "\"}",
                ",\"params\":{\"login\":\"miner1\",\"" + "k".repeat(65) + "\":1}",
                ",\"params\":{\"login\":\"miner1\",\"x\":[[[[[[[1]]]]]]]}");
        Stream<String> kinds = NO_TEXTS.stream()
                .flatMap(value -> Stream.of(
                        ",\"params\":{\"login\":" + value + "}",
                        ",\"params\":{\"login\":\"miner1\",\"pass\":" + value + "}",
                        ",\"params\":{\"login\":\"miner1\",\"rigid\":" + value + "}"));
        return Stream.concat(params, kinds);
    }

    @ParameterizedTest
    @MethodSource("badLogins")
    void a_login_out_of_shape_is_malformed_and_the_connection_ends(String rest) throws Exception {
        try (RawSocket stranger = server.connect()) {
            stranger.line("{\"id\":1,\"method\":\"login\"" + rest + "}");

            assertThat(stranger.read()).isEqualTo(error("1", "Malformed request"));
            assertThat(stranger.read()).isEqualTo(RawSocket.CLOSED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"agent\":7",
                "\"agent\":[]",
                "\"algo\":\"sha-256\"",
                "\"algo\":null",
                "\"algo\":[]",
                "\"algo\":[7,null,[],{},\"sha-256\"]",
                "\"pass\":null,\"rigid\":null",
                "\"unheard\":{\"of\":[1,2]}"
            })
    void what_a_login_need_not_have_keeps_nobody_out(String member) throws Exception {
        try (RawSocket miner = server.connect()) {
            miner.line("{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"miner1\"," + member + "}}");

            assertThat(miner.read()).startsWith("{\"id\":1,\"jsonrpc\":\"2.0\",\"error\":null,\"result\":{\"id\":\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":7}",
                "{\"id\":7,\"method\":null,\"params\":{}}",
                "{\"id\":7,\"method\":7,\"params\":{}}",
                "{\"id\":7,\"method\":[\"login\"]}",
                "{\"id\":7,\"method\":{\"login\":1}}",
                "{\"id\":7,\"result\":{\"status\":\"OK\"},\"error\":null}",
                "{\"id\":7,\"Method\":\"login\"}"
            })
    void a_line_without_a_method_is_malformed_and_the_connection_ends(String line) throws Exception {
        try (RawSocket stranger = server.connect()) {
            stranger.line(line);

            assertThat(stranger.read()).isEqualTo(error("7", "Malformed request"));
            assertThat(stranger.read()).isEqualTo(RawSocket.CLOSED);
        }
    }

    static Stream<Arguments> ids() {
        Stream<String> echoed =
                Stream.of("null", "0", "-1", "1.5", "1e3", "\"x\"", "\"\"", "true", "[1]", "{\"a\":1}", "9".repeat(64));
        String longest = "\"" + "i".repeat(126) + "\"";
        Stream<String> refused = Stream.of(
                "9".repeat(65), "\"" + "i".repeat(127) + "\"", "[[[[[[[[1]]]]]]]]", "01", "+1", "NaN", "x", "'x'");
        return Stream.of(
                        Stream.concat(echoed, Stream.of(longest)).map(id -> answered(",\"id\":" + id, id)),
                        Stream.of(answered("", "null")),
                        refused.map(id -> Arguments.of(",\"id\":" + id, error("null", "Malformed request"))))
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void an_id_is_echoed_as_it_came_or_not_at_all(String member, String answer) throws Exception {
        try (RawSocket stranger = server.connect()) {
            stranger.line("{\"method\":\"keepalived\"" + member + "}");

            assertThat(stranger.read()).isEqualTo(answer);
            assertThat(stranger.read()).isEqualTo(RawSocket.CLOSED);
        }
    }

    private static Arguments answered(String member, String id) {
        return Arguments.of(member, error(id, "Unauthenticated"));
    }

    static Stream<Arguments> badMembers() {
        Stream<Arguments> values = Stream.of(
                Arguments.of("job_id", "null"),
                Arguments.of("job_id", "\"\""),
                Arguments.of("job_id", "\"" + "j".repeat(129) + "\""),
                Arguments.of("nonce", "null"),
                Arguments.of("nonce", "\"\""),
                Arguments.of("nonce", "\"0000000\""),
                Arguments.of("nonce", "\"000000000\""),
                Arguments.of("nonce", "\"0x000000\""),
                Arguments.of("nonce", "\" 0000000\""),
                Arguments.of("nonce", "\"0000000\\u0000\""),
                Arguments.of("nonce", "\"" + "\\uff10".repeat(8) + "\""),
                Arguments.of("nonce", "\"-0000001\""),
                Arguments.of("result", "null"),
                Arguments.of("result", "\"" + "0".repeat(63) + "\""),
                Arguments.of("result", "\"" + "0".repeat(65) + "\""),
                Arguments.of("result", "\"" + "0".repeat(10_000) + "\""),
                Arguments.of("result", "\"" + "g".repeat(64) + "\""));
        Stream<Arguments> kinds = Stream.of("id", "job_id", "nonce", "result")
                .flatMap(name -> NO_TEXTS.stream().map(value -> Arguments.of(name, value)));
        return Stream.concat(values, kinds);
    }

    @ParameterizedTest
    @MethodSource("badMembers")
    void a_share_out_of_shape_is_malformed_costs_no_hash_and_ends_the_connection(String member, String value)
            throws Exception {
        long hashes = server.adapter.total(Count.HASHES);
        try (var miner = server.logIn()) {
            Share good = PlainMiner.find(miner.work(), 0, true);
            miner.socket().line(submit(miner.session(), good, member, value));

            assertThat(miner.socket().read()).isEqualTo(error("2", "Malformed request"));
            assertThat(miner.socket().read()).isEqualTo(RawSocket.CLOSED);
        }
        assertThat(server.adapter.total(Count.HASHES)).isEqualTo(hashes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"params\":null", ",\"params\":[]", ",\"params\":[\"s\",\"j\"]", ",\"params\":\"x\""})
    void a_share_without_members_is_malformed_and_ends_the_connection(String params) throws Exception {
        try (var miner = server.logIn()) {
            miner.socket().line("{\"id\":2,\"method\":\"submit\"" + params + "}");

            assertThat(miner.socket().read()).isEqualTo(error("2", "Malformed request"));
            assertThat(miner.socket().read()).isEqualTo(RawSocket.CLOSED);
        }
    }

    /** A good share of which one member is another. */
    static String submit(String session, Share share, String member, String value) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("id", "\"" + session + "\"");
        members.put("job_id", "\"" + share.job() + "\"");
        members.put("nonce", "\"" + share.nonce() + "\"");
        members.put("result", "\"" + share.hash() + "\"");
        members.put(member, value);
        return members.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{\"id\":2,\"method\":\"submit\",\"params\":{", "}}"));
    }
}
