package org.motherlode.ejb.chain.monero;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A real program on loopback, ended with the test. */
final class TestProgram implements AutoCloseable {
    private static final Duration STARTING = Duration.ofSeconds(60);

    private final Path output;
    private final Process process;

    TestProgram(Path folder, List<String> command) throws IOException {
        Files.createDirectories(folder);
        this.output = folder.resolve("output.txt");
        this.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits until it answers; fails if it ends before, or takes too long. */
    TestProgram awaitReady(BooleanSupplier answers) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(STARTING);
        while (!answers.getAsBoolean()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || Instant.now().isAfter(deadline)) {
                String said = Files.readString(output);
                close();
                throw new IllegalStateException("the program did not become ready: " + said);
            }
        }
        return this;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
