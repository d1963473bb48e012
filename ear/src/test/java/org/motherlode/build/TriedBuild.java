package org.motherlode.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.motherlode.ctl.process.Program;

/**
 * Modules below a folder, each a child of our own root pom and so under the same rules as our modules. They are built
 * together, each to its end, by our Maven and from what the local repository already has.
 */
final class TriedBuild {
    private static final Duration MOST = Duration.ofMinutes(5);
    private static final Pattern BUILT =
            Pattern.compile("Building tried-([a-z-]+) .*?(?=Building |Reactor Summary)", Pattern.DOTALL);
    private static final Pattern FAILED = Pattern.compile("on project tried-([a-z-]+): .*?-> \\[Help", Pattern.DOTALL);

    private final Path project = Path.of(System.getProperty("motherlode.project"));
    private final Path folder;

    TriedBuild(Path folder) {
        this.folder = folder;
    }

    void write(Offence offence) throws IOException {
        Path file = folder.resolve(offence.module()).resolve(offence.path());
        Files.createDirectories(file.getParent());
        Files.writeString(file, offence.source());
    }

    /** Compiles all modules; what Maven said of each, by the module's name, the summary under "". */
    Map<String, String> run(List<String> modules) throws IOException {
        for (String module : modules) {
            Path place = Files.createDirectories(folder.resolve(module));
            Files.writeString(place.resolve("pom.xml"), child(module, place.relativize(project.resolve("pom.xml"))));
        }
        Files.writeString(folder.resolve("pom.xml"), parts(modules));
        Path log = folder.resolve("build.log");
        List<String> words = List.of(
                project.resolve("mvnw").toString(),
                "-B",
                "-o",
                "--fail-at-end",
                "--log-file",
                log.toString(),
                "-Dmaven.repo.local=" + System.getProperty("localRepository"),
                "compile");
        Program.of(words)
                .in(folder)
                .with(Map.of("JAVA_HOME", System.getProperty("java.home"), "MAVEN_BASEDIR", project.toString()))
                .within(MOST)
                .run();
        return chapters(Files.readString(log));
    }

    /** The build's last part has the fate of each module, and repeats why it failed with the file's name. */
    private static Map<String, String> chapters(String log) {
        int end = log.indexOf("Reactor Summary");
        if (end < 0) throw new IllegalStateException("Maven did not build the modules:\n" + log);
        Map<String, String> chapters = new HashMap<>(Map.of("", log.substring(end)));
        for (Pattern part : List.of(BUILT, FAILED)) {
            part.matcher(log).results().forEach(found -> chapters.merge(found.group(1), found.group(), String::concat));
        }
        return chapters;
    }

    private static String child(String name, Path parent) {
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent>
                    <groupId>org.motherlode</groupId><artifactId>motherlode</artifactId><version>0.1.0-SNAPSHOT</version>
                    <relativePath>%s</relativePath>
                  </parent>
                  <artifactId>tried-%s</artifactId>
                </project>
                """
                .formatted(parent, name);
    }

    private static String parts(List<String> modules) {
        StringBuilder list = new StringBuilder();
        modules.forEach(module -> list.append("<module>").append(module).append("</module>\n"));
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.motherlode.tried</groupId><artifactId>all</artifactId><version>1</version>
                  <packaging>pom</packaging>
                  <modules>
                %s  </modules>
                </project>
                """
                .formatted(list);
    }
}
