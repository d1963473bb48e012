package org.motherlode.ctl.run;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.motherlode.ctl.server.PoolEntry;

/** A pool in a file of {@code key = value} lines: the fixed properties by their names, every other key a setting. */
final class PoolFile {
    private static final List<String> FIXED = List.of("chain", "node", "wallet", "ports", "fast");
    private static final List<String> REQUIRED = List.of("name", "chain", "node", "ports");

    /** What separates the settings in the pool's one property of that name. */
    private static final Pattern SEPARATOR = Pattern.compile("[;\\r\\n]");

    private PoolFile() {}

    /**
     * Reads one; an optional key with nothing behind it is as good as none. What is missing or makes no sense is an
     * exception that names the key and the file, and no value.
     */
    static PoolEntry read(Path file) throws IOException {
        Properties all = load(file);
        for (String key : REQUIRED) {
            if (all.getProperty(key, "").isBlank()) {
                throw new IOException(file + " must set " + key);
            }
        }
        for (String key : new TreeSet<>(all.stringPropertyNames())) {
            if (SEPARATOR.matcher(all.getProperty(key)).find()) {
                throw new IOException(file + ": the value of " + key + " must have no ';' and no line break");
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

    private static Properties load(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(
                    file + " is a folder: a pool file has lines of 'key = value', see docs/pool.properties.example");
        }
        PoolLines all = new PoolLines();
        try (Reader reader = Files.newBufferedReader(file)) {
            all.load(reader);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no pool file " + file, e);
        } catch (AccessDeniedException e) {
            throw new IOException("this user may not read the pool file " + file, e);
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw new IOException(file + " is no file of 'key = value' lines in UTF-8 with whole \\u escapes", e);
        }
        if (!all.doubled().isEmpty()) {
            throw new IOException(file + " sets " + String.join(", ", all.doubled()) + " more than once");
        }
        return all;
    }
}
