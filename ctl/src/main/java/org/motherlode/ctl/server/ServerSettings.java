package org.motherlode.ctl.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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
    private static final Duration USUAL = Duration.ofMinutes(3);

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
        Map<String, String> more = new HashMap<>(properties);
        more.put(property, value);
        return new ServerSettings(portOffset, more, environment, deadline);
    }

    int managementPort() {
        return 9990 + portOffset;
    }

    int httpPort() {
        return 8080 + portOffset;
    }
}
