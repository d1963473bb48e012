package org.motherlode.ctl.run;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A kind of file with {@code key = value} lines.
 *
 * @param kind what such a file is of
 * @param example where one may look how it is written
 */
record SettingsFile(String kind, String example) {
    /** What separates the settings in the one property that they become. */
    private static final Pattern SEPARATOR = Pattern.compile("[;\\r\\n]");

    /** All lines. What makes no sense is an exception that names the file and the key, and no value. */
    Properties load(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(
                    file + " is a folder: a " + kind + " file has lines of 'key = value', see " + example);
        }
        PoolLines all = new PoolLines();
        try (Reader reader = Files.newBufferedReader(file)) {
            all.load(reader);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no " + kind + " file " + file, e);
        } catch (AccessDeniedException e) {
            throw new IOException("this user may not read the " + kind + " file " + file, e);
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw new IOException(file + " is no file of 'key = value' lines in UTF-8 with whole \\u escapes", e);
        }
        if (!all.doubled().isEmpty()) {
            throw new IOException(file + " sets " + String.join(", ", all.doubled()) + " more than once");
        }
        for (String key : new TreeSet<>(all.stringPropertyNames())) {
            if (SEPARATOR.matcher(all.getProperty(key)).find()) {
                throw new IOException(file + ": the value of " + key + " must have no ';' and no line break");
            }
        }
        return all;
    }
}
