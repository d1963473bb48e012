package org.motherlode.ejb.queue;

import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.motherlode.model.pool.Settings;

/** The server's own settings: system properties whose name begins with {@code motherlode.}. */
public final class SystemSettings {
    private SystemSettings() {}

    public static Settings read() {
        return of(System.getProperties());
    }

    static Settings of(Properties properties) {
        Map<String, String> ours = properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("motherlode."))
                .collect(Collectors.toMap(name -> name, properties::getProperty));
        return new Settings(ours);
    }
}
