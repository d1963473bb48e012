package org.motherlode.ctl.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    private static final FileTime OLD = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final FileTime NEW = FileTime.from(Instant.parse("2026-01-02T00:00:00Z"));

    @TempDir
    Path project;

    @BeforeEach
    void layOut() throws IOException {
        List<String> files = List.of(
                "pom.xml",
                "web/pom.xml",
                "web/src/main/webapp/index.html",
                "web/src/test/java/T.java",
                "web/target/web.war",
                "sql/V1__a.sql",
                "docs/a.md",
                ".mvn/maven.config");
        for (String file : files) {
            Files.createDirectories(project.resolve(file).getParent());
            Files.writeString(project.resolve(file), file);
        }
        try (var all = Files.walk(project)) {
            for (Path one : all.toList()) Files.setLastModifiedTime(one, OLD);
        }
    }

    @Test
    void a_change_of_anything_that_is_built_is_seen() throws IOException {
        assertThat(new Sources(project).changed()).isEqualTo(OLD);
        for (String file :
                List.of("web/pom.xml", "web/src/main/webapp/index.html", "sql/V1__a.sql", ".mvn/maven.config")) {
            Files.setLastModifiedTime(project.resolve(file), NEW);
            assertThat(new Sources(project).changed()).as(file).isEqualTo(NEW);
            Files.setLastModifiedTime(project.resolve(file), OLD);
        }
    }

    @Test
    void a_file_that_has_gone_is_seen() throws IOException {
        Files.delete(project.resolve("web/src/main/webapp/index.html"));

        assertThat(new Sources(project).changed()).isGreaterThan(OLD);
    }

    @Test
    void what_the_build_makes_itself_and_pages_and_tests_are_no_change() throws IOException {
        for (String file :
                List.of("web/target/web.war", "web/target", "web", "docs/a.md", "web/src/test/java/T.java")) {
            Files.setLastModifiedTime(project.resolve(file), NEW);
        }

        assertThat(new Sources(project).changed()).isEqualTo(OLD);
    }
}
