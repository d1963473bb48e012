package org.motherlode.ctl.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.motherlode.ctl.process.Child;
import org.motherlode.ctl.process.LogTail;
import org.motherlode.ctl.process.ProgramFailedException;

/** {@code coopmine miner} as a process, in light mode on one thread. */
public final class DemoMiner implements AutoCloseable {
    private static final int LAST_LINES = 5;

    private final Child process;
    private final long logBegins;

    private DemoMiner(Child process, long logBegins) {
        this.process = process;
        this.logBegins = logBegins;
    }

    /** Starts one; {@code jar} is the runnable jar of the miner. */
    public static DemoMiner start(Path jar, int port, String address, Path log) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new IOException(jar + " is missing: build the project first");
        }
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-jar",
                jar.toString(),
                "miner",
                "--url",
                "127.0.0.1:" + port,
                "--user",
                address,
                "--threads",
                "1",
                "--json");
        long logBegins = Files.exists(log) ? Files.size(log) : 0;
        return new DemoMiner(Child.start("miner", new ProcessBuilder(command), log), logBegins);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** @throws ProgramFailedException with its last words when it has ended */
    void requireAlive() {
        if (isAlive()) return;
        throw new ProgramFailedException(
                "a miner ended by itself; it said last:\n" + LogTail.lines(process.log(), LAST_LINES));
    }

    /** What it has told since it was started; its file has the days before too. */
    MinerLog told() throws IOException {
        try (InputStream in = Files.newInputStream(process.log())) {
            in.skipNBytes(logBegins);
            return MinerLog.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
