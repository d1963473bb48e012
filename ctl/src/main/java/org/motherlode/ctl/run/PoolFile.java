package org.motherlode.ctl.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.motherlode.ctl.server.PoolEntry;

/** A pool in a file of {@code key = value} lines: the fixed properties by their names, every other key a setting. */
final class PoolFile {
    private static final List<String> FIXED = List.of("chain", "node", "wallet", "ports", "fast");
    private static final List<String> REQUIRED = List.of("name", "chain", "node", "ports");

    private static final SettingsFile POOL = new SettingsFile("pool", "docs/pool.properties.example");

    private PoolFile() {}

    /**
     * Reads one; an optional key with nothing behind it is as good as none. What is missing or makes no sense is an
     * exception that names the key and the file, and no value.
     */
    static PoolEntry read(Path file) throws IOException {
        Properties all = POOL.load(file);
        for (String key : REQUIRED) {
            if (all.getProperty(key, "").isBlank()) {
                throw new IOException(file + " must set " + key);
            }
        }
        Map<String, String> properties = new HashMap<>();
        List<String> settings = new ArrayList<>();
        for (String key : new TreeSet<>(all.stringPropertyNames())) {
            String value = all.getProperty(key).strip();
            if (FIXED.contains(key)) {
                if (!value.isEmpty()) properties.put(key, value); // WildFly refuses an empty one
            } else if (!key.equals("name")) {
                settings.add(key + " = " + value);
            }
        }
        if (!settings.isEmpty()) properties.put("settings", String.join("; ", settings));
        return entry(file, all.getProperty("name").strip(), properties);
    }

    private static PoolEntry entry(Path file, String name, Map<String, String> properties) throws IOException {
        try {
            return new PoolEntry(name, properties);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": name is " + e.getMessage(), e);
        }
    }
}
