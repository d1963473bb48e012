package org.motherlode.ra.tls;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * Where a pool's certificate lies.
 *
 * @param certificate PEM: the certificate, and behind it those that lead to its issuer
 * @param key PEM: the private key as PKCS #8, not encrypted
 */
public record CertificateFiles(Path certificate, Path key) {
    static final String CERTIFICATE = "tls.certificate";
    static final String KEY = "tls.key";

    public static CertificateFiles of(Settings settings) throws SettingException {
        return new CertificateFiles(path(settings, CERTIFICATE), path(settings, KEY));
    }

    private static Path path(Settings settings, String key) throws SettingException {
        String text = settings.text(key)
                .orElseThrow(() -> new SettingException(key, "must name a PEM file: a port of this pool takes TLS"));
        try {
            Path path = Path.of(text);
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new SettingException(key, "must be a path, not '" + text + "'");
        }
        throw new SettingException(key, "must be a path from the root on, not '" + text + "'");
    }
}
