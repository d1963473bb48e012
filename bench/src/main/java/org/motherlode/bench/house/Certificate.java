package org.motherlode.bench.house;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A certificate of our own with an EC key, as most pools have it, in files that a pool can be given. */
record Certificate(Path certificate, Path key) {
    /** Writes {@code pool.crt} and {@code pool.key} into the folder, over those that were there. */
    static Certificate make(Path folder) throws IOException {
        Files.createDirectories(folder);
        Certificate files = new Certificate(folder.resolve("pool.crt"), folder.resolve("pool.key"));
        X509Bundle made = made();
        Files.writeString(files.certificate, made.getCertificatePEM());
        Files.writeString(files.key, made.getPrivateKeyPEM());
        return files;
    }

    private static X509Bundle made() throws IOException {
        try {
            return new CertificateBuilder()
                    .ecp256()
                    .subject("CN=pool.example")
                    .setIsCertificateAuthority(true)
                    .buildSelfSigned();
        } catch (Exception e) {
            throw new IOException("no certificate could be made: " + e.getMessage(), e);
        }
    }

    /** As lines of a pool's settings. */
    String settings() {
        return "tls.certificate = " + certificate + "; tls.key = " + key;
    }
}
