package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.stratum.StratumGateway;
import org.motherlode.ra.fixture.BegunHandshake;
import org.motherlode.ra.fixture.LogEar;
import org.motherlode.ra.fixture.PemIdentity;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.RawSocket;
import org.motherlode.ra.fixture.TlsSocket;
import org.motherlode.ra.pool.AdministeredPool;
import org.motherlode.ra.statistics.Count;

/** Encrypted connections, with BoringSSL and with what Java has; both must behave alike. */
class TlsPortTest {
    private static final String LOGIN = "1 login miner1 x";
    private static final String ONE_IS_ENOUGH = "exempt-loopback = false; ban-least-shares = 1; ";
    private static final String ABOVE_ALL = "127.0.0.1:0 plain 4 tls, 127.0.0.1:0 plain 4 either, 127.0.0.1:0 plain 4";

    /** What holds whoever encrypts. */
    abstract static class Both {
        @TempDir
        Path folder;

        private PemIdentity shown;
        private RunningAdapter server;

        abstract String engine();

        @BeforeEach
        void start() throws Exception {
            shown = PemIdentity.write(folder);
            server = server("handshake-millis = 600000");
        }

        private RunningAdapter server(String settings) throws Exception {
            AdministeredPool pool = RunningAdapter.pool("toy", ABOVE_ALL);
            pool.setSettings(pool.getSettings() + "; " + shown.settings());
            RunningAdapter made = RunningAdapter.withPool(folder.resolve("data"), settings + "; " + engine(), pool);
            RunningAdapter.until(
                    () -> made.adapter.station().addresses(RunningAdapter.POOL).size() == 3);
            made.publish(PlainTemplate.at(10));
            return made;
        }

        @AfterEach
        void stop() {
            server.close();
        }

        private InetSocketAddress port(int index) {
            return server.adapter.station().addresses(RunningAdapter.POOL).get(index);
        }

        @Test
        void who_begins_a_second_handshake_is_cut() throws Exception {
            try (var miner = new TlsSocket(port(0), "TLSv1.2", "")) {
                miner.line(LOGIN);
                assertThat(miner.read()).startsWith("1 in ");
                miner.handshakeAgain();
                assertThatThrownBy(miner::read).isInstanceOf(IOException.class);
            }
            assertThat(server.total(Count.CONNECTIONS_CUT_TLS)).isEqualTo(1);
        }

        @Test
        void a_miner_logs_in_with_either_version_and_sees_the_published_fingerprint() throws Exception {
            for (String version : new String[] {"TLSv1.3", "TLSv1.2"}) {
                try (var miner = new TlsSocket(port(0), version, "")) {
                    miner.line(LOGIN);

                    assertThat(miner.read()).startsWith("1 in ");
                    assertThat(miner.fingerprint()).isEqualTo(shown.fingerprint());
                }
            }
            assertThat(server.adapter.gateway().fingerprints()).containsEntry(RunningAdapter.POOL, shown.fingerprint());
            assertThat(server.adapter.getStatistics().getValue("tls_fingerprints"))
                    .isEqualTo("toy: " + shown.fingerprint());
            assertThat(server.total(Count.TLS_HANDSHAKES)).isEqualTo(2);
        }

        @Test
        void one_port_takes_both_and_keeps_them_apart() throws Exception {
            try (var encrypted = new TlsSocket(port(1));
                    var plain = new RawSocket(port(1))) {
                encrypted.line(LOGIN);
                plain.line(LOGIN);

                assertThat(encrypted.read()).startsWith("1 in ");
                assertThat(plain.read()).startsWith("1 in ");
            }
            RunningAdapter.until(() -> server.open() == 0);
        }

        @Test
        void who_speaks_plainly_to_an_encrypted_port_hears_it_at_once() throws Exception {
            try (var plain = new RawSocket(port(0))) {
                plain.line(LOGIN);

                assertThat(plain.read()).isEqualTo("null problem MALFORMED");
                assertThat(plain.read()).isEqualTo(RawSocket.CLOSED);
            }
        }

        @Test
        void a_handshake_on_a_plain_port_ends_at_once() throws Exception {
            try (var lost = new RawSocket(port(2))) {
                lost.write(HexFormat.of().parseHex("16030100f6010000f20303"));

                assertThat(lost.read()).isEqualTo("null problem MALFORMED");
                assertThat(lost.read()).isEqualTo(RawSocket.CLOSED);
            }
        }

        @Test
        void the_last_line_is_read_and_then_the_end_as_tls_wants_it() throws Exception {
            try (var miner = new TlsSocket(port(0))) {
                miner.line("1 login nobody x");

                assertThat(miner.read()).isEqualTo("1 out that is no address of this network");
                assertThat(miner.read()).isEqualTo(RawSocket.CLOSED);
            }
            RunningAdapter.until(() -> server.open() == 0);
        }

        @Test
        void a_handshake_of_garbage_ends_without_a_line_in_the_log() throws Exception {
            try (var log = new LogEar(Level.INFO)) {
                garbage("160301000a0a0a0a0a0a0a0a0a0a0a0a", 1);
                garbage("16ffffffffffffffff", 2);

                assertThat(server.total(Count.CONNECTION_FAULTS)).isZero();
                assertThat(log.atLeast(Level.INFO)).isEmpty();
            }
        }

        @Test
        void handshakes_that_fail_again_and_again_end_in_a_ban() throws Exception {
            server.close();
            server = server("exempt-loopback = false; ban-least-shares = 3");
            for (int failed = 1; failed <= 3; failed++) {
                garbage("160301000a0a0a0a0a0a0a0a0a0a0a0a", failed);
            }
            try (var stranger = new RawSocket(port(1))) {
                assertThat(stranger.read()).startsWith("1 banned IP Address currently banned for");
            }
        }

        @Test
        void a_handshake_that_is_too_slow_for_us_is_held_against_nobody() throws Exception {
            server.close();
            server = server(ONE_IS_ENOUGH + "handshake-millis = 100");
            try (var begun = new BegunHandshake(port(0), "")) {
                begun.awaitEnd();
                RunningAdapter.until(() -> server.total(Count.TLS_HANDSHAKES_FAILED) == 1 && server.open() == 0);
            }

            assertThat(server.total(Count.BANS_MADE)).isZero();
        }

        @Test
        void a_handshake_that_a_stop_ends_is_held_against_nobody() throws Exception {
            server.close();
            server = server(ONE_IS_ENOUGH + "handshake-millis = 600000");
            StratumGateway gateway = server.adapter.gateway();
            try (var begun = new BegunHandshake(port(0), "")) {
                server.adapter.stop();
                begun.awaitEnd();
            }

            assertThat(gateway.figures().values())
                    .containsEntry(Count.TLS_HANDSHAKES_FAILED.metric(), 1L)
                    .containsEntry(Count.BANS_MADE.metric(), 0L);
        }

        @Test
        void half_a_handshake_and_none_at_all_are_cut_in_time_and_bounded_in_number() throws Exception {
            server.close();
            server = server("handshake-millis = 2000; handshakes = 4");
            try (var half = new RawSocket(port(1));
                    var silent = new RawSocket(port(1));
                    var alsoSilent = new RawSocket(port(0));
                    var another = new RawSocket(port(0))) {
                half.write(HexFormat.of().parseHex("16030100f6010000f20303"));
                RunningAdapter.until(() -> handshakes() == 4);
                try (var tooMany = new RawSocket(port(0))) {
                    assertThat(tooMany.read()).isNotEqualTo("");
                }
                assertThat(server.total(Count.CONNECTIONS_REFUSED_HANDSHAKES)).isEqualTo(1);
                for (RawSocket each : new RawSocket[] {half, silent, alsoSilent, another}) {
                    assertThat(each.read()).isNotEqualTo("");
                }
                RunningAdapter.until(() -> server.open() == 0 && handshakes() == 0);
            }
            assertThat(server.total(Count.CONNECTIONS_CUT_HANDSHAKE)).isEqualTo(4);
        }

        @Test
        void garbage_after_the_handshake_ends_the_connection_and_is_no_fault_of_ours() throws Exception {
            try (var log = new LogEar(Level.INFO);
                    var miner = new TlsSocket(port(0))) {
                miner.bare().getOutputStream().write("no record".getBytes(StandardCharsets.US_ASCII));

                RunningAdapter.until(() -> server.open() == 0);
                assertThat(log.atLeast(Level.INFO)).isEmpty();
            }
        }

        private void garbage(String hex, int failedThen) throws Exception {
            try (var stranger = new RawSocket(port(1))) {
                stranger.write(HexFormat.of().parseHex(hex));
                RunningAdapter.until(
                        () -> server.total(Count.TLS_HANDSHAKES_FAILED) == failedThen && server.open() == 0);
            }
        }

        private long handshakes() {
            return server.adapter.gateway().figures().values().getOrDefault("handshakes", -1L);
        }
    }

    @Nested
    class WithBoringSsl extends Both {
        @Override
        String engine() {
            return "tls-native = true";
        }
    }

    @Nested
    class WithJava extends Both {
        @Override
        String engine() {
            return "tls-native = false";
        }
    }
}
