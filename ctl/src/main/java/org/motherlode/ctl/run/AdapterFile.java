package org.motherlode.ctl.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The bounds of all sockets and verifiers in a file of {@code key = value} lines. */
public final class AdapterFile {
    private static final SettingsFile ADAPTER = new SettingsFile("adapter", "randomx-ra/adapter/README.md");

    private AdapterFile() {}

    /** As config-properties of the resource adapter; which keys there are the adapter itself knows. */
    public static Map<String, String> read(Path file) throws IOException {
        Properties all = ADAPTER.load(file);
        String settings = new TreeSet<>(all.stringPropertyNames())
                .stream().map(key -> key + " = " + all.getProperty(key).strip()).collect(Collectors.joining("; "));
        return settings.isEmpty() ? Map.of() : Map.of("settings", settings);
    }
}
