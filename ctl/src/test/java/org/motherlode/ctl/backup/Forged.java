package org.motherlode.ctl.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A backup whose parts somebody changed, and then sealed anew. */
final class Forged {
    private final Map<String, String> parts = new LinkedHashMap<>();

    private Forged() {}

    static Forged of(Path backup) throws IOException {
        Forged forged = new Forged();
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                forged.parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return forged;
    }

    Forged change(String part, UnaryOperator<String> how) {
        String before = String.valueOf(parts.get(part));
        String after = how.apply(before);
        if (after.equals(before)) throw new IllegalStateException("nothing was changed in " + part + ": " + before);
        parts.put(part, after);
        return this;
    }

    /** Has the manifest say the digest that the part has now. */
    Forged digest(String part) {
        String text = String.valueOf(parts.get(part));
        Seal.Measured measured = new Seal.Measured(OutputStream.nullOutputStream());
        try {
            measured.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        String now = measured.part(part).sha256();
        return change(
                Manifest.NAME,
                manifest -> manifest.replaceFirst(
                        "(\"" + part + "\",\\s+\"bytes\":)\\s*[0-9]+(,\\s+\"sha256\":\\s*\")[0-9a-f]+",
                        "$1" + text.length() + "$2" + now));
    }

    Path to(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setComment(Seal.OPEN);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        Seal.close(file);
        return file;
    }
}
