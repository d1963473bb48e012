package org.motherlode.ctl.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a server image is made of.
 *
 * @param distribution the official zip
 * @param driver PostgreSQL's JDBC driver
 * @param binding the jar of {@code randomx-ra/randomx}
 * @param bridge its native library
 * @param config the folder {@code wildfly-config}
 */
public record Ingredients(Path distribution, Path driver, Path binding, Path bridge, Path config) {
    /**
     * From a built project.
     *
     * @param downloads where files go that neither the project nor the local Maven repository has
     */
    public static Ingredients of(Path project, Path downloads) throws IOException {
        Versions versions = Versions.read();
        MavenFiles maven = new MavenFiles(project, downloads);
        Path randomx = project.resolve("randomx-ra/randomx/target");
        return new Ingredients(
                maven.file("org.wildfly", "wildfly-dist", versions.wildfly(), "zip"),
                maven.file("org.postgresql", "postgresql", versions.postgresql(), "jar"),
                built(randomx.resolve("randomx-" + versions.project() + ".jar")),
                built(randomx.resolve("native/libmotherlode-randomx.so")),
                project.resolve("wildfly-config"));
    }

    /** The scripts in the order of their numbers. */
    List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(config)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d\\d-.*\\.cli"))
                    .sorted()
                    .toList();
        }
    }

    /** Changes when anything changes that would make another image. The zip is known by name and size. */
    String digest() throws IOException {
        List<Path> files = new ArrayList<>(List.of(driver, binding, bridge, config.resolve("motherlode.conf")));
        files.addAll(scripts());
        try (Stream<Path> modules = Files.walk(config.resolve("modules"))) {
            modules.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        Digest digest = new Digest();
        digest.add(distribution.getFileName() + " " + Files.size(distribution));
        for (Path file : files) digest.add(file);
        return digest.hex();
    }

    private static Path built(Path file) throws IOException {
        if (Files.isRegularFile(file)) return file;
        throw new IOException(file + " is missing: build the project first");
    }
}
