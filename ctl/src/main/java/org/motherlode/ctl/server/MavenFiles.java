package org.motherlode.ctl.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.motherlode.ctl.process.Program;

/**
 * Files of Maven Central: from the local repository, else fetched by the project's own Maven.
 *
 * @param project the folder with {@code mvnw}
 * @param downloads where fetched files are kept
 */
record MavenFiles(Path project, Path downloads) {
    private static final Duration MOST = Duration.ofMinutes(20);

    /** The file of these coordinates, for instance {@code org.wildfly, wildfly-dist, 39.0.1.Final, zip}. */
    Path file(String group, String artifact, String version, String type) throws IOException {
        String name = artifact + "-" + version + "." + type;
        Path local = repository().resolve(Path.of(group.replace('.', '/'), artifact, version, name));
        if (Files.isRegularFile(local)) return local;
        Path fetched = downloads.resolve(name);
        if (!Files.isRegularFile(fetched)) fetch(group + ":" + artifact + ":" + version + ":" + type);
        return fetched;
    }

    private void fetch(String coordinates) throws IOException {
        Files.createDirectories(downloads);
        List<String> words = List.of(
                project.resolve("mvnw").toString(),
                "-q",
                "-B",
                "-N",
                "dependency:copy",
                "-Dartifact=" + coordinates,
                "-DoutputDirectory=" + downloads.toAbsolutePath());
        Program.of(words)
                .in(project)
                .with(Map.of("JAVA_HOME", System.getProperty("java.home")))
                .within(MOST)
                .succeed();
    }

    private static Path repository() {
        String told = System.getProperty("maven.repo.local");
        return told != null ? Path.of(told) : Path.of(System.getProperty("user.home"), ".m2", "repository");
    }
}
