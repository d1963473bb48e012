package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.ra.fixture.PemIdentity;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.RawSocket;
import org.motherlode.ra.fixture.TlsSocket;
import org.motherlode.ra.pool.AdministeredPool;
import org.motherlode.ra.statistics.Count;

/** Who has logged in and then sends half a line, or half a record of TLS: what has come of it is kept for a while only. */
class HalfLineTest {
    private static final String LOGIN = "1 login miner1 x\n";
    /** Of 16 KB, of which nothing comes: application data (RFC 8446, 5.1). */
    private static final byte[] RECORD = {0x17, 3, 3, 0x40, 0};

    @TempDir
    Path folder;

    private RunningAdapter server(String settings) throws Exception {
        AdministeredPool pool = RunningAdapter.pool("toy", "127.0.0.1:0 plain 4 either");
        pool.setSettings(pool.getSettings() + "; " + PemIdentity.write(folder).settings());
        RunningAdapter server = RunningAdapter.withPool(folder.resolve("data"), "line-millis = 200; " + settings, pool);
        server.publish(PlainTemplate.at(10));
        return server;
    }

    @Test
    void half_a_line_on_a_plain_connection() throws Exception {
        try (var server = server("");
                var miner = new RawSocket(server.address())) {
            miner.write((LOGIN + "half a line").getBytes(StandardCharsets.US_ASCII));

            assertThat(miner.read()).startsWith("1 in ");
            assertThat(miner.read()).isEqualTo(RawSocket.CLOSED);
            assertThat(server.total(Count.CONNECTIONS_CUT_LINE)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void half_a_line_within_tls(String isNative) throws Exception {
        try (var server = server("tls-native = " + isNative);
                var miner = new TlsSocket(server.address(), "TLSv1.3", "")) {
            miner.write(LOGIN);
            assertThat(miner.read()).startsWith("1 in ");
            miner.write("half a line");

            assertThat(miner.read()).isEqualTo(RawSocket.CLOSED);
            assertThat(server.total(Count.CONNECTIONS_CUT_LINE)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void half_a_record_of_tls(String isNative) throws Exception {
        try (var server = server("tls-native = " + isNative);
                var miner = new TlsSocket(server.address(), "TLSv1.3", "")) {
            miner.write(LOGIN);
            assertThat(miner.read()).startsWith("1 in ");
            miner.bare().getOutputStream().write(Arrays.copyOf(RECORD, 10_000));

            assertThat(miner.read()).isEqualTo(RawSocket.CLOSED);
            assertThat(server.total(Count.CONNECTIONS_CUT_LINE)).isEqualTo(1);
        }
    }

    @Test
    void a_miner_between_two_lines_stays() throws Exception {
        try (var server = server("");
                var idle = new RawSocket(server.address());
                var miner = new RawSocket(server.address())) {
            idle.write(LOGIN.getBytes(StandardCharsets.US_ASCII));
            assertThat(idle.read()).startsWith("1 in ");
            miner.write((LOGIN + "half a line").getBytes(StandardCharsets.US_ASCII));
            assertThat(miner.read()).startsWith("1 in ");
            assertThat(miner.read()).isEqualTo(RawSocket.CLOSED);
            idle.line("5 getjob x");

            assertThat(idle.read()).startsWith("5 ");
            assertThat(server.total(Count.CONNECTIONS_CUT_LINE)).isEqualTo(1);
        }
    }
}
