package org.motherlode.ra.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.motherlode.model.pool.SettingException;

/** The blocks of a PEM file (RFC 7468), found in whatever text stands around them. */
record PemBlocks(String setting, Path file, String text) {
    private static final int MOST_BYTES = 1 << 20;

    /** Never repeats what is in the file: it may be a private key. */
    static PemBlocks read(String setting, Path file) throws SettingException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new SettingException(setting, "must name a PEM file of a MiB at most, not " + file);
            }
            return new PemBlocks(setting, file, new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            throw new SettingException(setting, "names a file that does not exist: " + file);
        } catch (AccessDeniedException e) {
            throw new SettingException(setting, "names a file that the server may not read: " + file);
        } catch (IOException e) {
            throw new SettingException(setting, "names a file that cannot be read: " + file + ": " + e.getMessage());
        }
    }

    /** The bytes of each block with this label, in order. */
    List<byte[]> of(String label) throws SettingException {
        Pattern block =
                Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]++)-----END " + label + "-----");
        List<String> found =
                block.matcher(text).results().map(match -> match.group(1)).toList();
        try {
            return found.stream().map(Base64.getMimeDecoder()::decode).toList();
        } catch (IllegalArgumentException e) {
            throw broken("a " + label + " that is no base64");
        }
    }

    SettingException broken(String what) {
        return new SettingException(setting, "names a file with " + what + ": " + file);
    }
}
