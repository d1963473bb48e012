package org.motherlode.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where it was measured.
 *
 * @param load the load average of the last minute as the run began; more than a few tenths means that others were at work
 */
public record Machine(String processor, int cores, String kernel, String jdk, String randomX, double load) {
    private static final double QUIET = 0.5;

    /** This machine, now; {@code library} is the librandomx that is measured. */
    public static Machine here(Path library) throws IOException {
        return new Machine(
                processorModel(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                library.toRealPath() + " (" + DebianPackage.versionOf(library.toRealPath()) + ")",
                loadAverage());
    }

    /** Whether figures of this run mean anything. */
    public boolean isQuiet() {
        return load <= QUIET;
    }

    public List<String> lines() {
        return List.of(
                "processor: " + processor + ", " + cores + " cores",
                "system: " + kernel + ", " + jdk,
                "librandomx: " + randomX,
                "load average at the start: " + Figure.of(load, 2)
                        + (isQuiet() ? "" : "; others were at work, so take the figures for a trial"));
    }

    private static String processorModel() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static double loadAverage() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0]);
    }
}
