package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.bytes.Octets;
import org.motherlode.ra.fixture.ChoiceTemplate;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.statistics.Count;
import org.motherlode.stratum.json.JsonObject;

/** Who asks and does not read, and stays below what may wait for him. */
class UnreadLinesTest {
    private static final int BUFFER_BYTES = 262_144;
    private static final Octets TRANSACTIONS = Octets.of(new byte[300 * 32]);
    private static final String LOGIN = "{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"miner1\","
            + "\"agent\":\"xmr-node-proxy/0.0.3\"}}\n";
    /**
     * Of 20 KB each, and together more than the system keeps for both ends, which is twice what it is asked for at most: what is
     * over that waits, and is less than the bound.
     */
    private static final int JOBS = 28;

    @TempDir
    Path folder;

    @Test
    void he_is_cut_as_one_above_it_is() throws Exception {
        try (var server = new CryptonoteServer(
                        folder, "slow-reader-millis = 1000; write-buffer-bytes = " + BUFFER_BYTES);
                var silent = new Socket()) {
            server.adapter.publish(new ChoiceTemplate(PlainTemplate.at(10), TRANSACTIONS));
            RunningAdapter.until(() -> server.adapter.total(Count.TEMPLATES_PUBLISHED) == 1);
            silent.setReceiveBufferSize(4_096);
            InetSocketAddress address = server.adapter.address();
            silent.connect(address);
            silent.getOutputStream().write(LOGIN.getBytes(StandardCharsets.US_ASCII));
            String session = session(silent);
            String ask = "{\"id\":2,\"method\":\"getjob\",\"params\":{\"id\":\"" + session + "\"}}\n";
            silent.getOutputStream().write(ask.repeat(JOBS).getBytes(StandardCharsets.US_ASCII));

            RunningAdapter.until(() -> server.adapter.total(Count.CONNECTIONS_CUT_SLOW) == 1);
            RunningAdapter.until(() -> server.adapter.open() == 0);
        }
    }

    /** Reads the answer to the login and nothing after it. */
    private static String session(Socket socket) throws Exception {
        StringBuilder line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next != '\n';
                next = socket.getInputStream().read()) {
            assertThat(next).isPositive();
            line.append((char) next);
        }
        return JsonObject.read(line.toString().getBytes(StandardCharsets.UTF_8))
                .object("result")
                .flatMap(result -> result.text("id"))
                .orElseThrow();
    }
}
