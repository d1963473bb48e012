package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ra.fixture.PemIdentity;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.RawSocket;
import org.motherlode.ra.fixture.TlsSocket;
import org.motherlode.ra.pool.AdministeredPool;

/** What comes in one piece is looked at in several turns, and all of it, in order. */
class ManyLinesAtOnceTest {
    private static final int LINES = 600;

    @TempDir
    Path folder;

    private RunningAdapter server;

    @BeforeEach
    void start() throws Exception {
        AdministeredPool pool = RunningAdapter.pool("toy", "127.0.0.1:0 plain 4 either");
        pool.setSettings(pool.getSettings() + "; " + PemIdentity.write(folder).settings());
        server = RunningAdapter.withPool(folder.resolve("data"), "lines-per-turn = 7", pool);
        server.publish(PlainTemplate.at(10));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Timeout(60)
    void in_plain_lines() throws Exception {
        try (RawSocket miner = new RawSocket(server.address())) {
            miner.line("1 login miner1 x");
            String session = miner.read().split(" ", -1)[2];
            miner.write(lines(session).getBytes(StandardCharsets.US_ASCII));

            for (int i = 0; i < LINES; i++) {
                assertThat(miner.read()).isEqualTo(i + " alive");
            }
        }
    }

    @Test
    @Timeout(60)
    void within_tls() throws Exception {
        try (TlsSocket miner = new TlsSocket(server.address())) {
            miner.line("1 login miner1 x");
            String session = miner.read().split(" ", -1)[2];
            miner.line(lines(session).strip());

            for (int i = 0; i < LINES; i++) {
                assertThat(miner.read()).isEqualTo(i + " alive");
            }
        }
    }

    private static String lines(String session) {
        return IntStream.range(0, LINES)
                .mapToObj(i -> i + " alive " + session + "\n")
                .collect(Collectors.joining());
    }
}
