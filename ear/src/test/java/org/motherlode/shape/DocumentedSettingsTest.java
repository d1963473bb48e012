package org.motherlode.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of settings in docs/operators.md against what the code reads. */
class DocumentedSettingsTest {
    private static final Path PROJECT = Path.of(System.getProperty("motherlode.project"));
    private static final Pattern READ = Pattern.compile("\"(motherlode\\.[a-z.-]+)\",\\s*([0-9_]+)[,)]");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(motherlode\\.[a-z.-]+)(?::([^}]*))?}");
    private static final Pattern ROW = Pattern.compile("\\| `(motherlode\\.[a-z.-]+)` \\| [^|]* \\| ([^|]*) \\|");

    @Test
    void every_number_that_the_code_reads_is_there_with_its_default() throws IOException {
        Map<String, String> read = new TreeMap<>();
        for (String module : List.of("ejb", "batch-jobs", "web", "health", "randomx-ra")) {
            sources(module).forEach(text -> READ.matcher(text)
                    .results()
                    .forEach(found -> read.put(found.group(1), found.group(2).replace("_", ""))));
        }

        assertThat(read).hasSizeGreaterThan(20);
        assertThat(documented()).containsAllEntriesOf(read);
    }

    @Test
    void every_property_of_the_servers_scripts_is_there() throws IOException {
        try (Stream<Path> scripts = Files.list(PROJECT.resolve("wildfly-config"))) {
            List<String> read = scripts.filter(script -> script.toString().endsWith(".cli"))
                    .flatMap(script -> EXPRESSION.matcher(read(script)).results())
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();

            assertThat(read).contains("motherlode.db.url");
            assertThat(documented()).containsKeys(read.toArray(String[]::new));
        }
    }

    private static Map<String, String> documented() {
        Map<String, String> rows = new TreeMap<>();
        ROW.matcher(read(PROJECT.resolve("docs/operators.md")))
                .results()
                .forEach(row -> rows.put(row.group(1), row.group(2)));
        return rows;
    }

    private static List<String> sources(String module) throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT.resolve(module))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/"))
                    .map(DocumentedSettingsTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
