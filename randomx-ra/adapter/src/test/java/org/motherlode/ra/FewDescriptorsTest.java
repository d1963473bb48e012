package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.RawSocket;

/** A real process with a real limit of open files, and more connections than it can have. */
class FewDescriptorsTest {
    private static final String LIMIT = "ulimit -n 200 && exec \"$@\"";
    private static final int CONNECTIONS = 300;

    @TempDir
    Path folder;

    private final List<RawSocket> crowd = new ArrayList<>();
    private Path log;
    private Process process;
    private BufferedWriter asked;
    private BufferedReader said;

    @BeforeEach
    void start() throws IOException {
        log = folder.resolve("log");
        process = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        LIMIT,
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FewDescriptorsServer.class.getName(),
                        folder.resolve("data").toString())
                .redirectError(log.toFile())
                .start();
        asked = process.outputWriter();
        said = process.inputReader();
    }

    @AfterEach
    void end() throws Exception {
        leave();
        process.destroyForcibly().waitFor();
    }

    @Test
    void who_is_in_is_served_who_waits_gets_in_later_and_the_log_has_one_line() throws Exception {
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(said.readLine()));
        try (var miner = new PlainMiner(address)) {
            miner.login("miner1");
            alive(miner);
            for (int i = 0; i < CONNECTIONS; i++) {
                crowd.add(new RawSocket(address));
            }
            RunningAdapter.until(() -> failures() > 3);
            alive(miner);
            leave();
            try (var later = new PlainMiner(address)) {
                assertThat(later.login("miner2").clean()).isTrue();
            }
        }
        asked.close();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(log);
        assertThat(lines)
                .filteredOn(line -> line.contains("cannot take a connection"))
                .hasSize(1);
        assertThat(lines).noneMatch(line -> line.startsWith("\tat ") || line.contains("exceptionCaught"));
    }

    private static void alive(PlainMiner miner) throws IOException {
        miner.send("2 alive " + miner.session());
        assertThat(miner.read()).isEqualTo("2 alive");
    }

    private long failures() {
        try {
            asked.write("?\n");
            asked.flush();
            return Long.parseLong(said.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void leave() throws IOException {
        for (RawSocket socket : crowd) {
            socket.close();
        }
        crowd.clear();
    }
}
