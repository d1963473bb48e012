package org.motherlode.pow.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Figures in the files by which the kernel tells about itself. What is not there is not known. */
final class Numbers {
    private static final String DIGITS = "\\d{1,18}";

    private Numbers() {}

    static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException vanished) {
            return List.of(); // a control group may go while it is read; it then limits nothing
        }
    }

    /** Empty for a word, for what is negative, and for more than 10^18, by all of which the kernel means no limit. */
    static OptionalLong read(String text) {
        return text.matches(DIGITS) ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** The number that is all of the file; empty for {@code max}. */
    static OptionalLong only(Path file) {
        Optional<String> line = lines(file).stream().findFirst();
        return line.isPresent() ? read(line.get().trim()) : OptionalLong.empty();
    }

    /** The number after a name at the beginning of a line. */
    static OptionalLong named(Path file, String name) {
        return lines(file).stream()
                .map(line -> line.split("\\s+", -1))
                .filter(words -> words.length > 1 && words[0].equals(name) && words[1].matches(DIGITS))
                .mapToLong(words -> Long.parseLong(words[1]))
                .findFirst();
    }
}
