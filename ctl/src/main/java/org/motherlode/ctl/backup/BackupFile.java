package org.motherlode.ctl.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup that is whole: its seal was looked at, and its manifest read. */
final class BackupFile implements AutoCloseable {
    private static final int LONGEST_MANIFEST = 64 << 20;

    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path path, ZipFile zip, Manifest manifest) {
        this.path = path;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws BackupException when a byte of it changed, its end is missing, or it is of another format */
    static BackupFile open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) throw new BackupException("there is no backup " + path);
        Seal.require(path);
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw new BackupException(path + " is no backup: " + e.getMessage(), e);
        }
        try {
            return new BackupFile(path, zip, manifest(path, zip));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Manifest manifest(Path path, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null || entry.getSize() > LONGEST_MANIFEST) {
            throw new BackupException(path + " is no backup: it has no " + Manifest.NAME);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return ManifestText.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (BackupException e) {
            throw new BackupException(path + " cannot be used: " + e.getMessage(), e);
        }
    }

    Path path() {
        return path;
    }

    Manifest manifest() {
        return manifest;
    }

    /** Who reads a part. */
    @FunctionalInterface
    interface Reading {
        void read(InputStream in) throws IOException;
    }

    /** Has a part read. If it is not what the manifest says that is an exception, after it was read. */
    void read(Manifest.Part part, Reading reading) throws IOException {
        ZipEntry entry = zip.getEntry(part.name());
        if (entry == null) throw new BackupException(path + " has no part " + part.name());
        MessageDigest digest = Seal.sha256();
        try (DigestInputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
            reading.read(in);
            in.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException e) {
            throw new BackupException("the part " + part.name() + " of " + path + " is damaged: " + e.getMessage(), e);
        }
        if (!Seal.hex(digest).equals(part.sha256())) {
            throw new BackupException(
                    "the part " + part.name() + " of " + path + " has another SHA-256 than its manifest says");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
