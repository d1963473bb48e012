package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.motherlode.ra.fixture.LogEar;
import org.motherlode.ra.fixture.PemIdentity;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.RawSocket;
import org.motherlode.ra.fixture.TlsSocket;
import org.motherlode.ra.pool.AdministeredPool;
import org.motherlode.ra.statistics.Count;

/** Behind a proxy that says who is there (the PROXY protocol of HAProxy, versions 1 and 2), and behind one that only claims so. */
class ProxyProtocolTest {
    private static final String LOGIN = "1 login miner1 x\n";
    private static final String ONE = "PROXY TCP4 192.0.2.1 192.0.2.9 40000 3333\r\n";
    private static final String SIX = "PROXY TCP6 2001:db8::1 2001:db8::9 40000 3333\r\n";
    private static final String UNKNOWN = "PROXY UNKNOWN\r\n";
    private static final String TWO = latin("0d0a0d0a000d0a515549540a2111000cc0000201c00002099c400d05");
    private static final String TWO_WITH_MORE =
            latin("0d0a0d0a000d0a515549540a21110014c0000201c00002099c400d05" + "0400050102030405");
    private static final String TWO_SIX = latin("0d0a0d0a000d0a515549540a21210024" + "20010db8000000000000000000000001"
            + "20010db8000000000000000000000009" + "9c400d05");
    private static final String LOCAL = latin("0d0a0d0a000d0a515549540a20000000");

    @TempDir
    Path folder;

    private RunningAdapter server;

    @BeforeEach
    void start() throws Exception {
        server = server("handshake-millis = 600000");
    }

    private RunningAdapter server(String settings) throws Exception {
        AdministeredPool pool = RunningAdapter.pool("toy", "127.0.0.1:0 plain 4 either, 127.0.0.1:0 plain 4");
        pool.setSettings(pool.getSettings() + "; " + PemIdentity.write(folder).settings());
        RunningAdapter made = RunningAdapter.withPool(
                folder.resolve("data"),
                "proxy-networks = 10.0.0.0/8, 127.0.0.0/8 ::1; connections-per-address = 1; proxy-header-bytes = 256; "
                        + settings,
                pool);
        RunningAdapter.until(
                () -> made.adapter.station().addresses(RunningAdapter.POOL).size() == 2);
        made.publish(PlainTemplate.at(10));
        return made;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<String> headers() {
        return Stream.of(ONE, SIX, UNKNOWN, TWO, TWO_WITH_MORE, TWO_SIX, LOCAL);
    }

    static Stream<String> noHeaders() {
        return Stream.of(
                LOGIN + "x".repeat(200),
                "PROXY TCP4 192.0.2.1\r\n",
                "PROXY TCP4 nobody nowhere 1 2\r\n",
                "PROXY TCP4 192.0.2.1 192.0.2.9 40000 99999\r\n",
                "PROXY " + "x".repeat(110),
                latin("0d0a0d0a000d0a515549540a2131000c") + "x".repeat(216),
                latin("0d0a0d0a000d0a515549540a3111000cc0000201c00002099c400d05"),
                latin("16030100f60a") + "x".repeat(200));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void a_miner_behind_a_trusted_proxy_logs_in_with_and_without_tls(String header) throws Exception {
        for (InetSocketAddress port : server.adapter.station().addresses(RunningAdapter.POOL)) {
            try (var miner = new RawSocket(port)) {
                miner.write((header + LOGIN).getBytes(StandardCharsets.ISO_8859_1));
                assertThat(miner.read()).startsWith("1 in ");
            }
            RunningAdapter.until(() -> server.open() == 0);
        }
        try (var miner = new TlsSocket(port(0), "TLSv1.3", header)) {
            miner.line("1 login miner1 x");
            assertThat(miner.read()).startsWith("1 in ");
        }
    }

    @Test
    void a_header_that_comes_byte_by_byte_is_a_header() throws Exception {
        try (var miner = new RawSocket(port(1))) {
            for (byte each : (TWO_WITH_MORE + LOGIN).getBytes(StandardCharsets.ISO_8859_1)) {
                miner.write(each);
            }
            assertThat(miner.read()).startsWith("1 in ");
        }
    }

    @Test
    void a_header_may_have_so_many_bytes_and_not_one_more() throws Exception {
        try (var miner = new RawSocket(port(1));
                var other = new RawSocket(port(1))) {
            miner.write((ofBytes(256) + LOGIN).getBytes(StandardCharsets.ISO_8859_1));
            assertThat(miner.read()).startsWith("1 in ");
            other.write((ofBytes(257) + LOGIN).getBytes(StandardCharsets.ISO_8859_1));

            assertThat(other.read()).doesNotStartWith("1 in ");
            RunningAdapter.until(() -> server.total(Count.PROXY_HEADERS_REFUSED) == 1);
        }
    }

    @Test
    void connections_are_counted_where_the_miner_is_and_not_where_the_proxy_is() throws Exception {
        try (var first = new RawSocket(port(1));
                var elsewhere = new RawSocket(port(1));
                var sameAsFirst = new RawSocket(port(1))) {
            first.write((ONE + LOGIN).getBytes(StandardCharsets.ISO_8859_1));
            assertThat(first.read()).startsWith("1 in ");
            elsewhere.write((TWO_SIX + LOGIN).getBytes(StandardCharsets.ISO_8859_1));
            assertThat(elsewhere.read()).startsWith("1 in ");

            sameAsFirst.write((TWO + LOGIN).getBytes(StandardCharsets.ISO_8859_1));
            assertThat(sameAsFirst.read()).doesNotStartWith("1 in ");
            assertThat(server.total(Count.CONNECTIONS_REFUSED_ADDRESS)).isEqualTo(1);
            assertThat(server.open()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("noHeaders")
    void a_trusted_proxy_that_does_not_say_who_is_there_is_closed(String bytes) throws Exception {
        try (var log = new LogEar(Level.INFO);
                var proxy = new RawSocket(port(1))) {
            proxy.write(bytes.getBytes(StandardCharsets.ISO_8859_1));

            assertThat(proxy.read())
                    .satisfiesAnyOf(end -> assertThat(end).isEqualTo(RawSocket.CLOSED), end -> assertThat(end)
                            .startsWith("reset"));
            assertThat(server.open()).isZero();
            assertThat(log.atLeast(Level.INFO)).isEmpty();
        }
    }

    /** A login, a handshake that is too short to be a header, a header that names more than it brings. */
    static Stream<String> waiting() {
        return Stream.of("", "PROXY TCP4 192.0", LOGIN, latin("160301000a"), latin("0d0a0d0a000d0a515549540a21110400"));
    }

    @ParameterizedTest
    @MethodSource("waiting")
    void a_header_that_does_not_end_is_not_waited_for(String begin) throws Exception {
        server.close();
        server = server("handshake-millis = 200");
        try (var proxy = new RawSocket(port(1))) {
            proxy.write(begin.getBytes(StandardCharsets.ISO_8859_1));

            assertThat(proxy.read()).doesNotStartWith("1 in ");
        }
        assertThat(server.total(Count.CONNECTIONS_CUT_HANDSHAKE)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("headers")
    void a_header_from_elsewhere_is_forged_and_ends_the_connection(String header) throws Exception {
        try (var other = new RunningAdapter(folder.resolve("other"), "proxy-networks = 10.0.0.0/8")) {
            other.publish(PlainTemplate.at(10));
            try (var forger = new RawSocket(other.address())) {
                forger.write((header + LOGIN).getBytes(StandardCharsets.ISO_8859_1));

                assertThat(forger.read()).isEqualTo("null problem MALFORMED");
            }
        }
    }

    private InetSocketAddress port(int index) {
        return server.adapter.station().addresses(RunningAdapter.POOL).get(index);
    }

    /** {@link #TWO} with one more field (NOOP, 2.2.4), so long as it takes. */
    private static String ofBytes(int total) {
        int field = total - TWO.length() - 3;
        return latin(String.format(
                "0d0a0d0a000d0a515549540a2111%04xc0000201c00002099c400d0504%04x%s",
                total - 16, field, "00".repeat(field)));
    }

    private static String latin(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }
}
