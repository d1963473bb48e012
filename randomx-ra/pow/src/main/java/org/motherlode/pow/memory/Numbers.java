package org.motherlode.pow.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Figures in the files by which the kernel tells about itself. What is not there is not known. */
final class Numbers {
    private Numbers() {}

    static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException vanished) {
            return List.of(); // a control group may go while it is read; it then limits nothing
        }
    }

    /** The number that is all of the file; empty for {@code max}. */
    static OptionalLong only(Path file) {
        Optional<String> line = lines(file).stream().findFirst().filter(text -> text.matches("\\d{1,18}"));
        return line.isPresent() ? OptionalLong.of(Long.parseLong(line.get())) : OptionalLong.empty();
    }

    /** The number after a name at the beginning of a line. */
    static OptionalLong named(Path file, String name) {
        return lines(file).stream()
                .map(line -> line.split("\\s+", -1))
                .filter(words -> words.length > 1 && words[0].equals(name) && words[1].matches("\\d{1,18}"))
                .flatMap(words -> Arrays.stream(words).skip(1).limit(1))
                .mapToLong(Long::parseLong)
                .findFirst();
    }
}
