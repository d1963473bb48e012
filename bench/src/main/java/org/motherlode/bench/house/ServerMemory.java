package org.motherlode.bench.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.motherlode.ctl.process.Program;

/**
 * What a Java process holds once everything that can be forgotten is forgotten.
 *
 * @param heapBytes used after collecting twice
 * @param otherBytes resident without a file behind it, less the heap: meaningful as a difference, and only if all of the
 *     heap is touched from the start
 * @param descriptors open files and sockets
 */
public record ServerMemory(long heapBytes, long otherBytes, long descriptors) {
    /** Of {@code jcmd GC.heap_info}, as JDK 17 says it, and as JDK 25 does. */
    static final Pattern HEAP = Pattern.compile("heap\\s+total (?:reserved \\d+K, committed )?(\\d+)K, used (\\d+)K");

    private static final long KIB = 1_024;
    private static final long MIB = 1_048_576;
    /** What the first collection found to be unreachable is cleaned up by a thread of its own before the second can free it. */
    private static final long CLEANING_MILLIS = 2_000;

    /** Has the process collect its garbage, which stops it for a moment. */
    public static ServerMemory of(long pid) throws IOException, InterruptedException {
        ask(pid, "GC.run");
        Pause.of(CLEANING_MILLIS);
        ask(pid, "GC.run");
        Matcher heap = HEAP.matcher(ask(pid, "GC.heap_info"));
        if (!heap.find()) {
            throw new IOException("the process " + pid + " does not say how much of its heap is used");
        }
        long whole = Long.parseLong(heap.group(1)) * KIB;
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return new ServerMemory(
                    Long.parseLong(heap.group(2)) * KIB,
                    ResidentMemory.of(pid).anonymous() * MIB - whole,
                    open.count());
        }
    }

    private static String ask(long pid, String what) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Program.Ending ending =
                Program.of(List.of(jcmd.toString(), Long.toString(pid), what)).run();
        if (ending.status() != 0) {
            throw new IOException("jcmd " + what + ": " + ending.output());
        }
        return ending.output();
    }
}
