package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.bytes.Octets;
import org.motherlode.ra.fixture.ChoiceTemplate;
import org.motherlode.ra.fixture.LogEar;
import org.motherlode.ra.fixture.PemIdentity;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.TlsSocket;
import org.motherlode.ra.pool.AdministeredPool;
import org.motherlode.ra.statistics.Count;
import org.motherlode.stratum.json.JsonObject;

/** Who asks over TLS and does not read: his connection ends in time, and nothing is said of it. */
class UnreadTlsTest {
    private static final Octets TRANSACTIONS = Octets.of(new byte[300 * 32]);
    private static final String LOGIN =
            "{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"miner1\"," + "\"agent\":\"xmr-node-proxy/0.0.3\"}}";
    /** Of 20 KB each, and together more than the system keeps for both ends. */
    private static final int JOBS = 400;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"tls-native = true", "tls-native = false"})
    @Timeout(60)
    void he_is_cut_without_a_line_in_the_log(String engine) throws Exception {
        String settings = "slow-reader-millis = 1000; linger-millis = 500; " + engine;
        try (var log = new LogEar(Level.INFO);
                var server = RunningAdapter.withPool(folder.resolve("data"), settings, pool())) {
            server.publish(new ChoiceTemplate(PlainTemplate.at(10), TRANSACTIONS));
            RunningAdapter.until(() -> server.total(Count.TEMPLATES_PUBLISHED) == 1);
            try (var silent = new TlsSocket(server.address())) {
                silent.bare().setReceiveBufferSize(4_096);
                silent.line(LOGIN);
                String session = JsonObject.read(silent.read().getBytes(StandardCharsets.UTF_8))
                        .object("result")
                        .flatMap(result -> result.text("id"))
                        .orElseThrow();
                String ask = "{\"id\":2,\"method\":\"getjob\",\"params\":{\"id\":\"" + session + "\"}}\n";
                silent.write(ask.repeat(JOBS));

                RunningAdapter.until(() -> server.total(Count.CONNECTIONS_CUT_SLOW) == 1);
                RunningAdapter.until(() -> server.open() == 0);
            }
            assertThat(log.atLeast(Level.WARNING))
                    .extracting(LogRecord::getMessage)
                    .isEmpty();
        }
    }

    private AdministeredPool pool() throws Exception {
        AdministeredPool pool = RunningAdapter.pool("toy", "127.0.0.1:0 cryptonote 4 tls");
        pool.setSettings(pool.getSettings() + "; " + PemIdentity.write(folder).settings());
        return pool;
    }
}
