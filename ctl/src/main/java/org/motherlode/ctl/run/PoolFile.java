package org.motherlode.ctl.run;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
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

    private PoolFile() {}

    /** Reads one; a missing key is an exception that names it and the file. */
    static PoolEntry read(Path file) throws IOException {
        Properties all = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            all.load(reader);
        }
        for (String key : REQUIRED) {
            if (all.getProperty(key, "").isBlank()) {
                throw new IOException(file + " must set " + key);
            }
        }
        Map<String, String> properties = new HashMap<>();
        List<String> settings = new ArrayList<>();
        for (String key : new TreeSet<>(all.stringPropertyNames())) {
            if (FIXED.contains(key)) {
                properties.put(key, all.getProperty(key).strip());
            } else if (!key.equals("name")) {
                settings.add(key + " = " + all.getProperty(key).strip());
            }
        }
        properties.put("settings", String.join("; ", settings));
        return new PoolEntry(all.getProperty("name").strip(), properties);
    }
}
