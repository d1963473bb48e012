package org.motherlode.ctl.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.motherlode.ctl.process.Child;

/** {@code coopmine miner} as a process, in light mode on one thread. */
public final class DemoMiner implements AutoCloseable {
    private final Child process;

    private DemoMiner(Child process) {
        this.process = process;
    }

    /** Starts one; {@code jar} is the runnable jar of the miner. */
    public static DemoMiner start(Path jar, int port, String address, Path log) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new IOException(jar + " is missing: build the project first");
        }
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
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
        return new DemoMiner(Child.start("miner", new ProcessBuilder(command), log));
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.close();
    }
}
