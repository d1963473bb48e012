package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.ra.CryptonoteServer.LOGIN;
import static org.motherlode.ra.CryptonoteServer.error;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.ra.fixture.RawSocket;
import org.motherlode.ra.statistics.Count;

/** Bytes that are no lines, or lines that are no text, as they come from strangers, scanners and wrong settings. */
class HostileBytesTest {
    /** The adapter's default. */
    private static final int LINE_BYTES = 16_384;

    @TempDir
    static Path folder;

    private static CryptonoteServer server;

    @BeforeAll
    static void start() throws Exception {
        // Long enough that what ends a connection here is never the login that does not come.
        server = new CryptonoteServer(folder, "login-millis = 600000").withWork();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** What other programs say first; those of several lines are answered after the first. */
    static Stream<Arguments> otherProtocols() {
        return Stream.of(
                of("http get", "GET / HTTP/1.1\r\nHost: pool\r\n\r\n"),
                of("http post of a login", "POST / HTTP/1.1\r\nContent-Length: 74\r\n\r\n" + LOGIN + "\n"),
                of("proxy protocol 1", "PROXY TCP4 192.0.2.1 192.0.2.2 40000 3333\r\n" + LOGIN + "\n"),
                hex("proxy protocol 2", "0d0a0d0a000d0a515549540a2111000cc0000201c00002029c400d05"),
                of("ssh", "SSH-2.0-OpenSSH_9.2\r\n"),
                of("telnet", "\u00ff\u00fb\u0001\r\n"),
                hex("tls 1.3 hello without a line end", "16030100f6010000f20303" + "ab".repeat(32) + "20"),
                hex("tls hello of one byte", "16"),
                hex("tls hello with a line end", "160301000a0a0a0a0a0a0a0a0a0a0a0a"),
                of("empty line", "\n"),
                of("empty dos line", "\r\n"),
                of("blanks", "   \t  \n"));
    }

    static Stream<Arguments> brokenText() {
        String head = hexOf("{\"id\":7,\"method\":\"keepalived\",\"x\":\"");
        String tail = hexOf("\"}\n");
        return Stream.of(
                        "80",
                        "c3",
                        "c0af",
                        "c080",
                        "eda080",
                        "edb080",
                        "eda081edb081",
                        "f4908080",
                        "f8888080",
                        "fffe",
                        "feff",
                        "e28000",
                        "00",
                        "07",
                        "1b5b33316d")
                .flatMap(bytes -> Stream.of(
                        hex("in a text: " + bytes, head + bytes + tail), hex("alone: " + bytes, bytes + "0a")));
    }

    static Stream<Arguments> marked() {
        return Stream.of(
                hex("byte order mark", "efbbbf" + hexOf(LOGIN + "\n")),
                hex("zeros", "00".repeat(200) + "0a"),
                hex("zeros before a login", "0000" + hexOf(LOGIN + "\n")),
                Arguments.of("utf-16", (LOGIN + "\n").getBytes(StandardCharsets.UTF_16BE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"otherProtocols", "brokenText", "marked"})
    void what_is_no_request_gets_one_line_and_the_connection_ends(String name, byte[] bytes) throws Exception {
        try (RawSocket stranger = server.connect()) {
            stranger.write(bytes);

            assertThat(stranger.read())
                    .startsWith("{\"id\":")
                    .endsWith(",\"error\":{\"code\":-1,\"message\":\"Malformed request\"}}");
            assertThat(stranger.read()).isEqualTo(RawSocket.CLOSED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n{\"id\":1"})
    void a_line_of_a_mebibyte_is_too_long_long_before_it_ends(String end) throws Exception {
        try (RawSocket stranger = server.connect()) {
            stranger.write(("x".repeat(1 << 20) + end).getBytes(StandardCharsets.US_ASCII));

            assertThat(stranger.read()).isEqualTo(error("null", "Line is too long"));
            assertThat(stranger.read()).isEqualTo(RawSocket.CLOSED);
        }
    }

    @Test
    void a_line_may_be_as_long_as_the_bound_and_not_one_byte_longer() throws Exception {
        String longest = LOGIN + " ".repeat(LINE_BYTES - LOGIN.length());
        try (RawSocket miner = server.connect();
                RawSocket stranger = server.connect()) {
            miner.line(longest);
            stranger.line(longest + " ");

            assertThat(miner.read()).startsWith("{\"id\":1,\"jsonrpc\":\"2.0\",\"error\":null");
            assertThat(stranger.read()).isEqualTo(error("null", "Line is too long"));
            assertThat(stranger.read()).isEqualTo(RawSocket.CLOSED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":1,\"method\":\"log", "{", "", "x"})
    void half_a_line_at_the_end_is_nothing(String half) throws Exception {
        long unusable = server.adapter.total(Count.LINES_UNUSABLE);
        try (RawSocket stranger = server.connect()) {
            stranger.write(half.getBytes(StandardCharsets.US_ASCII));
            stranger.endOurHalf();

            assertThat(stranger.read()).isEqualTo(RawSocket.CLOSED);
        }
        assertThat(server.adapter.total(Count.LINES_UNUSABLE)).isEqualTo(unusable);
    }

    @Test
    void many_lines_in_one_packet_are_answered_in_their_order() throws Exception {
        try (RawSocket miner = server.connect()) {
            miner.line(LOGIN
                    + "\r\n{\"id\":2,\"method\":\"keepalived\"}\n{\"id\":3,\"method\":\"x\"}\n{\"id\":4,\"method\":"
                    + "\"getjob\"}\n{\"id\":5,\"method\":\"keepalived\"}");

            for (int id = 1; id <= 5; id++) {
                assertThat(miner.read()).startsWith("{\"id\":" + id + ",");
            }
        }
    }

    @Test
    void a_line_may_come_byte_by_byte() throws Exception {
        try (RawSocket miner = server.connect()) {
            for (byte one : (LOGIN + "\r\n").getBytes(StandardCharsets.US_ASCII)) {
                miner.write(one);
            }

            assertThat(miner.read()).startsWith("{\"id\":1,\"jsonrpc\":\"2.0\",\"error\":null");
        }
    }

    @Test
    void a_handshake_after_a_login_is_a_line_like_any_other() throws Exception {
        try (var miner = server.logIn()) {
            miner.socket().write(HexFormat.of().parseHex("16030100050a"));

            assertThat(miner.socket().read()).isEqualTo(error("null", "Malformed request"));
            assertThat(miner.socket().read()).isEqualTo(RawSocket.CLOSED);
        }
    }

    private static Arguments of(String name, String latin) {
        return Arguments.of(name, latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Arguments hex(String name, String hex) {
        return Arguments.of(name, HexFormat.of().parseHex(hex));
    }

    private static String hexOf(String ascii) {
        return HexFormat.of().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
