package org.motherlode.ctl.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The one who may log in at WildFly's console, made once for each server's folder.
 *
 * @param file has the password, and only its owner can read it
 */
public record ConsoleUser(String name, Path file) {
    private static final String NAME = "admin";
    private static final String REALM = "ManagementRealm";
    private static final int BYTES = 12;

    /** Makes the user if the folder has none yet. The server that runs on the folder need not be restarted for it. */
    public static ConsoleUser of(ServerBase base) throws IOException {
        Path file = base.folder().resolve("console-password");
        Path users = base.configuration().resolve("mgmt-users.properties");
        boolean known = Files.readAllLines(users).stream().anyMatch(line -> line.startsWith(NAME + "="));
        if (!known || !Files.exists(file)) {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            String password = word();
            Files.writeString(file, password + "\n");
            Files.writeString(users, "\n" + NAME + "=" + digest(password) + "\n", StandardOpenOption.APPEND);
        }
        return new ConsoleUser(NAME, file);
    }

    /** For people: who, and where the password is. */
    public String words() {
        return "user " + name + ", password in " + file;
    }

    private static String word() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What that file must hold, by the rule of HTTP Digest (RFC 2617, 3.2.2.2); the password is too long to be guessed. */
    private static String digest(String password) {
        try {
            byte[] text = (NAME + ":" + REALM + ":" + password).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
