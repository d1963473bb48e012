package org.motherlode.ctl.postgres;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The passwords of one cluster's roles, as kept in a file that only its owner can read.
 *
 * @param superuser of the role {@code postgres}
 * @param owner of {@code motherlode_owner}
 * @param app of {@code motherlode_app}
 */
record Passwords(String superuser, String owner, String app) {
    private static final int BYTES = 24;

    static Passwords generate() {
        SecureRandom random = new SecureRandom();
        return new Passwords(word(random), word(random), word(random));
    }

    static Passwords read(Path file) throws IOException {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        return new Passwords(
                required(lines, "postgres", file),
                required(lines, "motherlode_owner", file),
                required(lines, "motherlode_app", file));
    }

    void write(Path file) throws IOException {
        Properties lines = new Properties();
        lines.setProperty("postgres", superuser);
        lines.setProperty("motherlode_owner", owner);
        lines.setProperty("motherlode_app", app);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(file)) {
            lines.store(writer, "role = password");
        }
    }

    @Override
    public String toString() {
        return "Passwords[not shown]";
    }

    private static String required(Properties lines, String role, Path file) throws IOException {
        String password = lines.getProperty(role);
        if (password == null) throw new IOException(file + " has no password of " + role);
        return password;
    }

    private static String word(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
