package org.motherlode.whole;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.motherlode.ctl.process.Program;

/**
 * Looks into a running JVM from outside.
 *
 * @param pid of the JVM
 */
record JvmProbe(long pid) {
    private static final Duration MOST = Duration.ofMinutes(2);
    private static final Pattern OURS = Pattern.compile("\"deployment\\.motherlode\\.ear[^\"]*\"");
    private static final Pattern OUR_THREAD = Pattern.compile("^(motherlode|monero|rx/)");
    private static final Pattern HEAP = Pattern.compile("\\[0x([0-9a-f]+), 0x([0-9a-f]+)\\)");
    private static final Pattern MAPPING = Pattern.compile(
            "(?m)^([0-9a-f]+)-([0-9a-f]+) \\S+ \\S+ \\S+ (\\d+) *(.*)$(?:\\n(?!Rss).*$)*\\nRss: +(\\d+) kB");

    /** What the JVM holds now, after all garbage is gone. */
    Footprint footprint() throws IOException {
        jcmd("GC.run");
        List<String> threads = threads();
        long ours =
                threads.stream().filter(name -> OUR_THREAD.matcher(name).find()).count();
        return new Footprint(
                Footprint.counted(loaders()), threads.size(), ours, list("fd").size(), nativeKibibytes());
    }

    /** The names of the class loaders of our deployment, as often as they are there. */
    private List<String> loaders() {
        return OURS.matcher(jcmd("VM.classloaders fold=false"))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private List<String> threads() throws IOException {
        return list("task").stream().flatMap(thread -> nameOf(thread).stream()).toList();
    }

    /** Empty for a thread that ended while we looked. */
    private static Optional<String> nameOf(Path thread) {
        try {
            return Optional.of(Files.readString(thread.resolve("comm")).strip());
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    private List<Path> list(String folder) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(pid), folder))) {
            return all.toList();
        }
    }

    /** Memory in use that belongs to no file and not to the Java heap: RandomX's caches and machines lie there. */
    private long nativeKibibytes() throws IOException {
        Matcher heap = HEAP.matcher(jcmd("GC.heap_info"));
        if (!heap.find()) throw new IOException("the JVM does not say where its heap is");
        BigInteger from = new BigInteger(heap.group(1), 16);
        BigInteger to = new BigInteger(heap.group(2), 16);
        String all = Files.readString(Path.of("/proc", Long.toString(pid), "smaps"));
        return MAPPING.matcher(all)
                .results()
                .filter(mapping -> mapping.group(3).equals("0"))
                .filter(mapping -> {
                    BigInteger start = new BigInteger(mapping.group(1), 16);
                    return start.compareTo(from) < 0 || start.compareTo(to) >= 0;
                })
                .mapToLong(mapping -> Long.parseLong(mapping.group(5)))
                .sum();
    }

    private String jcmd(String command) {
        String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        return Program.of(List.of(program, Long.toString(pid), command))
                .within(MOST)
                .succeed();
    }
}
