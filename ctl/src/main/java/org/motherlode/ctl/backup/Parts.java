package org.motherlode.ctl.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the parts of a backup, then its manifest. The file is there whole, sealed and on the disk, or not at all. */
final class Parts implements AutoCloseable {
    private final Path file;
    private final Path draft;
    private final ZipOutputStream zip;

    /** Only its owner may read what is written: it has payments' secret keys, miners' addresses, and maybe passwords. */
    Parts(Path file) throws IOException {
        this.file = file.toAbsolutePath();
        if (Files.exists(this.file)) throw new BackupException(file + " is there already: choose another name");
        this.draft = this.file.resolveSibling(
                this.file.getFileName() + ".draft-" + ProcessHandle.current().pid());
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        this.zip = new ZipOutputStream(
                new BufferedOutputStream(Files.newOutputStream(draft, StandardOpenOption.WRITE)),
                StandardCharsets.UTF_8);
        zip.setComment(Seal.OPEN);
    }

    /** What goes into a part. */
    @FunctionalInterface
    interface Filling {
        void fill(OutputStream out) throws IOException;
    }

    Manifest.Part add(String name, Filling filling) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Seal.Measured out = new Seal.Measured(zip);
        filling.fill(out);
        zip.closeEntry();
        return out.part(name);
    }

    /** The last thing to do. */
    void finish(Manifest manifest) throws IOException {
        add(Manifest.NAME, out -> out.write(ManifestText.write(manifest).getBytes(StandardCharsets.UTF_8)));
        zip.close();
        Seal.close(draft);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        try {
            zip.close();
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
