package org.motherlode.stratum;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Lines that real miners and pools exchanged; where they come from stands in {@code recorded/README.md}. */
public final class Recording {
    private final List<String> lines;

    private Recording(List<String> lines) {
        this.lines = lines;
    }

    public static Recording named(String file) {
        try (InputStream stream = Recording.class.getResourceAsStream("/recorded/" + file)) {
            return new Recording(new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the miner sent, in order. */
    public List<String> fromMiner() {
        return after(" >> ");
    }

    /** What the pool sent, in order. */
    public List<String> fromPool() {
        return after(" << ");
    }

    private List<String> after(String mark) {
        return lines.stream()
                .filter(line -> line.contains(mark))
                .map(line -> line.substring(line.indexOf(mark) + mark.length()))
                .toList();
    }
}
