package org.motherlode.bench.house;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate of our own with an EC key, as most pools have it, in files that a pool can be given. Made by the JDK's keytool. */
record Certificate(Path certificate, Path key) {
    private static final String NAME = "pool";
    private static final String PASSWORD = "nothing-to-hide";
    private static final int LINE_CHARS = 64;

    /** Writes {@code pool.crt} and {@code pool.key} into the folder, over those that were there. */
    static Certificate make(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Certificate files = new Certificate(folder.resolve("pool.crt"), folder.resolve("pool.key"));
        KeyStore store = store(folder.resolve("pool.p12"));
        try {
            Key made = store.getKey(NAME, PASSWORD.toCharArray());
            write(files.certificate, "CERTIFICATE", store.getCertificate(NAME).getEncoded());
            write(files.key, "PRIVATE KEY", made.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IOException("the bench's certificate cannot be read: " + e.getMessage(), e);
        }
        return files;
    }

    private static KeyStore store(Path file) throws IOException, InterruptedException {
        Files.deleteIfExists(file);
        Process keytool =
                new ProcessBuilder(command(file)).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool made no certificate: " + said.strip());
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return store;
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<String> command(Path file) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-alias", NAME, "-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(List.of("-dname", "CN=pool.example", "-validity", "30", "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", PASSWORD, "-keystore", file.toString()));
        return command;
    }

    private static void write(Path file, String what, byte[] der) throws IOException {
        String text = Base64.getMimeEncoder(LINE_CHARS, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }

    /** As lines of a pool's settings. */
    String settings() {
        return "tls.certificate = " + certificate + "; tls.key = " + key;
    }
}
