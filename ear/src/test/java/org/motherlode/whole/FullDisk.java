package org.motherlode.whole;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.motherlode.ctl.process.Folders;

/** A disk for a server's broker alone, in memory, that a test can fill up to the broker's limit and empty again. */
final class FullDisk implements AutoCloseable {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String BROKER = "activemq";
    private static final long BROKERS_OWN = 160L << 20;
    private static final long BEYOND = 8L << 20;
    private static final int LARGEST = 95;
    private static final byte[] MEGABYTE = new byte[1 << 20];

    private final Path folder;
    private final FileStore store;
    private final int limitPercent;

    /** Puts the broker's folder of a server there, below its folder for data; to be made before the server. */
    FullDisk(Path data) throws IOException {
        folder = Files.createTempDirectory(MEMORY, "motherlode-test");
        store = Files.getFileStore(folder);
        Path broker = Files.createDirectories(folder.resolve(BROKER));
        Files.createDirectories(data);
        Files.createSymbolicLink(data.resolve(BROKER), broker);
        limitPercent = (int) Math.min(LARGEST, 1 + (used() + BROKERS_OWN) * 100 / store.getTotalSpace());
    }

    /** At how much of the disk in use the broker shall take no more, so that its own files are far from it. */
    int limitPercent() {
        return limitPercent;
    }

    /** Until more is in use than the limit says. */
    void fill() throws IOException {
        long wanted = store.getTotalSpace() * limitPercent / 100 + BEYOND;
        try (OutputStream out = Files.newOutputStream(filling())) {
            while (used() < wanted) {
                out.write(MEGABYTE);
            }
        }
    }

    void empty() throws IOException {
        Files.delete(filling());
    }

    private Path filling() {
        return folder.resolve("filling");
    }

    private long used() throws IOException {
        return store.getTotalSpace() - store.getUsableSpace();
    }

    @Override
    public void close() throws IOException {
        Folders.delete(folder);
    }
}
