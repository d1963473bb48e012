package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.motherlode.ra.fixture.PemIdentity;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.RawSocket;
import org.motherlode.ra.fixture.TlsSocket;
import org.motherlode.ra.pool.AdministeredPool;
import org.motherlode.ra.statistics.Count;

/**
 * A header of the PROXY protocol from outside the trusted networks, on ports of the dialect that is shipped, over IPv4 and
 * IPv6, plain and within TLS: the connection ends, and what follows from it falls on who sent it and not on whom it names.
 */
class ForgedProxyTest {
    private static final String ONE = "PROXY TCP4 127.0.0.9 192.0.2.9 40000 3333\r\n";
    private static final String SIX = "PROXY TCP6 2001:db8::1 2001:db8::9 40000 3333\r\n";
    private static final String UNKNOWN = "PROXY UNKNOWN\r\n";
    private static final String TWO = latin("0d0a0d0a000d0a515549540a2111000c7f000009c00002099c400d05");
    private static final String TWO_SIX = latin("0d0a0d0a000d0a515549540a21210024" + "20010db8000000000000000000000001"
            + "20010db8000000000000000000000009" + "9c400d05");
    private static final String LOCAL = latin("0d0a0d0a000d0a515549540a20000000");
    private static final String MALFORMED = CryptonoteServer.error("null", "Malformed request");

    @TempDir
    Path folder;

    private RunningAdapter server;

    @BeforeEach
    void start() throws Exception {
        AdministeredPool pool = RunningAdapter.pool(
                "toy", "127.0.0.1:0 cryptonote 4, 127.0.0.1:0 cryptonote 4 either, [::1]:0 cryptonote 4 either");
        pool.setSettings(pool.getSettings() + "; " + PemIdentity.write(folder).settings());
        server = RunningAdapter.withPool(
                folder.resolve("data"),
                "proxy-networks = 127.0.0.8/32 10.0.0.0/8 fd00::/8; exempt-loopback = false; ban-wrong-only = 1000",
                pool);
        RunningAdapter.until(
                () -> server.adapter.station().addresses(RunningAdapter.POOL).size() == 3);
        server.publish(PlainTemplate.at(10));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(ONE, SIX, UNKNOWN, TWO, TWO_SIX, LOCAL)
                .flatMap(header -> Stream.of(0, 1, 2).map(port -> Arguments.of(header, port)));
    }

    /** On the ports that take TLS. */
    static Stream<Arguments> encrypted() {
        return forgeries().filter(forgery -> !forgery.get()[1].equals(0));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void it_is_one_line_that_is_no_request_and_the_connection_ends(String header, int port) throws Exception {
        try (var forger = new RawSocket(port(port))) {
            forger.write((header + CryptonoteServer.LOGIN + "\n").getBytes(StandardCharsets.ISO_8859_1));

            assertThat(forger.read()).isEqualTo(MALFORMED);
            assertThat(forger.read()).isEqualTo(RawSocket.CLOSED);
        }
        RunningAdapter.until(() -> server.open() == 0);
        assertThat(server.total(Count.LOGINS_ACCEPTED)).isZero();
    }

    @ParameterizedTest
    @MethodSource("encrypted")
    void within_tls_it_is_none_either(String header, int port) throws Exception {
        try (var forger = new TlsSocket(port(port))) {
            forger.line(header + CryptonoteServer.LOGIN);

            assertThat(forger.read()).isEqualTo(MALFORMED);
            assertThat(forger.read()).isEqualTo(RawSocket.CLOSED);
        }
        assertThat(server.total(Count.LOGINS_ACCEPTED)).isZero();
    }

    /** From 127.0.0.1, of 127.0.0.9: so often that somebody is banned for it. */
    @Test
    void who_is_named_does_not_pay_for_it() throws Exception {
        while (server.total(Count.BANS_MADE) == 0) {
            try (var forger = new RawSocket(port(0))) {
                forger.write((ONE + CryptonoteServer.LOGIN + "\n").getBytes(StandardCharsets.ISO_8859_1));
                String banned = CryptonoteServer.later(
                        "null", "IP Address currently banned for 1 minute: too many lines that are no request");
                assertThat(forger.read()).isIn(MALFORMED, banned);
            }
        }

        assertThat(answerTo("127.0.0.1")).contains("IP Address currently banned");
        assertThat(answerTo("127.0.0.9")).contains("\"status\":\"OK\"");
        assertThat(server.adapter.getStatistics().getValue("bans").toString()).startsWith("127.0.0.1 until ");
    }

    /** Trusted is one address, not its network. */
    @Test
    void the_trusted_proxy_beside_it_is_believed() throws Exception {
        try (var proxy = new RawSocket(port(0), InetAddress.getByName("127.0.0.8"))) {
            proxy.write((ONE + CryptonoteServer.LOGIN + "\n").getBytes(StandardCharsets.ISO_8859_1));
            assertThat(proxy.read()).contains("\"status\":\"OK\"");
        }
        assertThat(server.total(Count.PROXY_HEADERS_REFUSED)).isZero();
        assertThat(List.of(server.total(Count.LOGINS_ACCEPTED), server.total(Count.LINES_UNUSABLE)))
                .containsExactly(1L, 0L);
    }

    private String answerTo(String address) throws IOException {
        try (var miner = new RawSocket(port(0), InetAddress.getByName(address))) {
            miner.line(CryptonoteServer.LOGIN);
            return miner.read();
        }
    }

    private InetSocketAddress port(int index) {
        return server.adapter.station().addresses(RunningAdapter.POOL).get(index);
    }

    private static String latin(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }
}
