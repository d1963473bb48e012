package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.ra.CryptonoteServer.error;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.RawSocket;
import org.motherlode.ra.statistics.Count;

/**
 * What a stranger hears, to the byte, who has not logged in, in the dialect that XMRig speaks. XMRig waits for ever on a
 * socket that stays open after an error in answer to its login, so almost everything here ends the connection.
 */
class CryptonoteSocketTest {
    private static final String LOGIN =
            "{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"%s\",\"algo\":[\"%s\"]}}";
    private static final String HASH = "ab".repeat(32);

    @TempDir
    static Path folder;

    private static RunningAdapter server;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningAdapter(folder, "", "127.0.0.1:0 cryptonote 4");
        RunningAdapter.until(
                () -> !server.adapter.station().addresses(RunningAdapter.POOL).isEmpty());
        server.publish(PlainTemplate.at(10));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                malformed("null", ""),
                malformed("null", "GET / HTTP/1.1"),
                malformed("null", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003"),
                malformed("7", "{\"id\":7,\"method\":\"login\""),
                malformed("null", "{\"id\":7,\"method\":\"login\",\"x\":\"\u00ff\u00fe\"}"),
                malformed("7", "{\"id\":7,\"x\":" + "[".repeat(8_000)),
                malformed("7", "{\"id\":7,\"x\":" + "{\"a\":".repeat(2_500)),
                malformed("7", "{\"id\":7,\"x\":" + "9".repeat(10_000) + "}"),
                malformed("null", "{\"id\":" + "9".repeat(10_000) + "}"),
                malformed("7", "{\"id\":7,\"x\":1e" + "9".repeat(100) + "}"),
                malformed("7", "{\"id\":7,\"id\":8,\"method\":\"login\"}"),
                malformed("7", "{\"id\":7,\"method\":\"login\",\"method\":\"submit\"}"),
                malformed("7", "{\"id\":7,\"method\":\"login\",\"params\":{\"login\":\"a\",\"login\":\"b\"}}"),
                malformed("7", "{\"id\":7,\"method\":\"login\",\"params\":{\"login\":\"a\",\"mode\":7}}"));
    }

    static Stream<Arguments> outOfPlace() {
        String submit = "\"params\":{\"id\":\"s\",\"job_id\":\"j\",\"nonce\":\"00000000\",\"result\":\"" + HASH + "\"}";
        return Stream.of(
                refused("{\"id\":7,\"method\":\"submit\"," + submit + "}", "7", "Unauthenticated"),
                refused("{\"id\":7,\"method\":\"getjob\",\"params\":{\"id\":\"s\"}}", "7", "Unauthenticated"),
                refused("{\"id\":7,\"method\":\"keepalived\"}", "7", "Unauthenticated"),
                refused(LOGIN.formatted("nobody", "sha-256"), "1", "that is no address of this network"),
                refused(
                        LOGIN.formatted("miner1+1e400", "sha-256"),
                        "1",
                        "what follows the + in your user is a difficulty, a whole number of at most 18 digits; yours is none"),
                refused(
                        LOGIN.formatted("miner1", "rx/0"),
                        "1",
                        "this pool mines sha-256, which your miner does not offer"),
                refused("x".repeat(20_000), "null", "Line is too long"));
    }

    @ParameterizedTest
    @MethodSource({"malformed", "outOfPlace"})
    void a_stranger_hears_one_line_and_the_connection_ends(String line, String answer) throws Exception {
        try (RawSocket stranger = new RawSocket(server.address())) {
            stranger.line(line);

            assertThat(stranger.read()).isEqualTo(answer);
            assertThat(stranger.read()).isEqualTo(RawSocket.CLOSED);
        }
    }

    @Test
    void what_follows_a_last_line_is_neither_answered_nor_a_reason_to_reset() throws Exception {
        try (RawSocket stranger = new RawSocket(server.address())) {
            stranger.write(("GET / HTTP/1.1\n" + "Host: pool\n".repeat(2_000) + "y".repeat(60_000))
                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(stranger.read()).isEqualTo(error("null", "Malformed request"));
            assertThat(stranger.read()).isEqualTo(RawSocket.CLOSED);
        }
    }

    @Test
    void an_unknown_method_ends_nothing_and_a_login_may_follow() throws Exception {
        long before = server.total(Count.LINES_UNUSABLE);
        try (RawSocket stranger = new RawSocket(server.address())) {
            stranger.line("{\"id\":\"x\",\"method\":\"mining.subscribe\",\"params\":[]}");
            assertThat(stranger.read()).isEqualTo(error("\"x\"", "Unknown method"));
            stranger.line(LOGIN.formatted("miner1", "sha-256"));

            assertThat(stranger.read())
                    .startsWith("{\"id\":1,\"jsonrpc\":\"2.0\",\"error\":null,\"result\":{\"id\":\"");
        }
        assertThat(server.total(Count.LINES_UNUSABLE)).isEqualTo(before + 1);
    }

    private static Arguments malformed(String id, String line) {
        return refused(line, id, "Malformed request");
    }

    private static Arguments refused(String line, String id, String message) {
        return Arguments.of(line, error(id, message));
    }
}
