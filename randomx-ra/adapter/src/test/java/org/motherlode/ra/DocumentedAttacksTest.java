package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of attacks in docs/attacks.md: it has all of them, and names tests that there are. */
class DocumentedAttacksTest {
    private static final Path HOUSE = Path.of("../..");
    private static final int ATTACKS = 25;
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([0-9]+) \\|");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*Test)`");

    @Test
    void each_attack_has_one_row() throws IOException {
        List<Integer> rows = ROW.matcher(page())
                .results()
                .map(row -> Integer.valueOf(row.group(1)))
                .toList();

        assertThat(rows).isEqualTo(IntStream.rangeClosed(1, ATTACKS).boxed().toList());
    }

    @Test
    void each_test_that_is_named_is_there() throws IOException {
        Set<String> named =
                TEST.matcher(page()).results().map(name -> name.group(1)).collect(Collectors.toSet());

        assertThat(named).hasSizeGreaterThan(20);
        assertThat(tests()).containsAll(named);
    }

    private static String page() throws IOException {
        return Files.readString(HOUSE.resolve("docs/attacks.md"));
    }

    /** Of all modules; those of the adapter's family lie one folder deeper. */
    private static Set<String> tests() throws IOException {
        Set<String> names = new HashSet<>();
        for (Path parent : List.of(HOUSE, HOUSE.resolve("randomx-ra"))) {
            try (DirectoryStream<Path> modules = Files.newDirectoryStream(parent, Files::isDirectory)) {
                for (Path module : modules) {
                    addTests(module.resolve("src/test/java"), names);
                }
            }
        }
        return names;
    }

    private static void addTests(Path sources, Set<String> names) throws IOException {
        if (Files.isDirectory(sources)) {
            try (Stream<Path> files = Files.walk(sources)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Test.java"))
                        .forEach(name -> names.add(name.replace(".java", "")));
            }
        }
    }
}
