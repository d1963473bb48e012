package org.motherlode.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The files below one folder, one for each run of a bench: what machine, what came out, then every measurement as
 * comma-separated values. Lines that are no values begin with {@code #}. Distributions get a picture of the same name.
 */
public record Records(Path folder, Machine machine) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** The file that was written. */
    public Path write(Outcome outcome, Instant at) throws IOException {
        List<String> lines = new ArrayList<>();
        machine.lines().forEach(line -> lines.add("# " + line));
        outcome.summary().csv().forEach(line -> lines.add("# " + line));
        lines.add("# " + outcome.verdict());
        lines.addAll(outcome.measured().csv());
        Files.createDirectories(folder);
        String name = outcome.bench() + "-" + STAMP.format(at);
        if (!outcome.curves().isEmpty()) {
            Files.writeString(folder.resolve(name + ".svg"), new Durations(outcome.verdict(), outcome.curves()).svg());
        }
        return Files.write(folder.resolve(name + ".csv"), lines);
    }

    /** What a person reads. */
    public List<String> text(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(outcome.bench());
        machine.lines().forEach(line -> lines.add("  " + line));
        lines.add("");
        outcome.summary().text().forEach(line -> lines.add("  " + line));
        lines.add("");
        lines.add("  " + outcome.verdict());
        return lines;
    }
}
