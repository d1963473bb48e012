package org.motherlode.bench.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process holds in memory, in MiB, as {@code /proc/<pid>/status} says.
 *
 * @param resident all of it
 * @param peak the most since its start
 * @param anonymous of {@code resident} what is no file: heap, RandomX, code
 */
public record ResidentMemory(long resident, long peak, long anonymous) {
    private static final long KIB = 1024;

    public static ResidentMemory of(long pid) throws IOException {
        return read(Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")));
    }

    static ResidentMemory read(List<String> lines) throws IOException {
        return new ResidentMemory(mebibytes(lines, "VmRSS"), mebibytes(lines, "VmHWM"), mebibytes(lines, "RssAnon"));
    }

    private static long mebibytes(List<String> lines, String key) throws IOException {
        return lines.stream()
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB)
                .findFirst()
                .orElseThrow(() -> new IOException("the kernel does not say " + key));
    }
}
