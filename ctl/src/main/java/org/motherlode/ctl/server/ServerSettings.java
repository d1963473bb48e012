package org.motherlode.ctl.server;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.motherlode.ctl.postgres.EmbeddedPostgres;

/**
 * How a server is started.
 *
 * @param portOffset added to 8080 (web) and 9990 (management)
 * @param properties system properties; they travel in a file that only the owner can read, as there are passwords in them
 * @param environment added to ours, for instance {@code MOTHERLODE_HEAP}
 * @param deadline for all deployments to be up
 */
public record ServerSettings(
        int portOffset, Map<String, String> properties, Map<String, String> environment, Duration deadline) {
    /** The usual deadline. */
    public static final Duration USUAL = Duration.ofMinutes(3);

    public ServerSettings {
        properties = Map.copyOf(properties);
        environment = Map.copyOf(environment);
    }

    public static ServerSettings with(int portOffset, EmbeddedPostgres database) {
        return new ServerSettings(portOffset, Map.of(), Map.of(), USUAL)
                .with("motherlode.db.url", database.url())
                .with("motherlode.db.user", database.appUser())
                .with("motherlode.db.password", database.appPassword());
    }

    /** The same with one more system property. */
    public ServerSettings with(String property, String value) {
        return with(Map.of(property, value));
    }

    /** The same with more system properties. */
    public ServerSettings with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(properties);
        all.putAll(more);
        return new ServerSettings(portOffset, all, environment, deadline);
    }

    /** The same with more in the environment. */
    public ServerSettings in(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new ServerSettings(portOffset, properties, all, deadline);
    }

    /** Writes the properties into the server's folder, as the file that {@code --properties} takes. */
    public Path writeTo(ServerBase base) throws IOException {
        Path file = base.folder().resolve("server.properties");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Properties lines = new Properties();
        lines.putAll(properties);
        try (Writer writer = Files.newBufferedWriter(file)) {
            lines.store(writer, "for this start of the server");
        }
        return file;
    }

    /** Of console, health and figures. */
    public int managementPort() {
        return 9990 + portOffset;
    }

    /** Of the web pages. */
    public int httpPort() {
        return 8080 + portOffset;
    }
}
