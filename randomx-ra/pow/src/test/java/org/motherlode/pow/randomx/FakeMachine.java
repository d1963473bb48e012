package org.motherlode.pow.randomx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that says how much memory there is. */
final class FakeMachine {
    private FakeMachine() {}

    static void available(Path root, int mebibytes) throws IOException {
        Files.createDirectories(root.resolve("proc"));
        Files.writeString(root.resolve("proc/meminfo"), "MemAvailable: " + ((long) mebibytes << 10) + " kB\n");
    }
}
