package org.motherlode.ra.epoch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;

/**
 * Where a node keeps the epoch of its last life. The new epoch is on disk before anything is numbered with it, so a
 * crash never brings a number back; it also follows the clock, so that a lost folder does no harm either.
 */
public final class EpochFile {
    private final Path file;
    private final int node;

    public EpochFile(Path folder, int node) {
        this.file = folder.resolve("node-" + node + ".epoch");
        this.node = node;
    }

    /** Begins a life. Fails if the folder cannot be written or what stands in the file is no epoch. */
    public NodeLife begin(InstantSource clock) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        long stored = stored();
        long epoch = Math.max(stored + 1, clock.instant().getEpochSecond());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.US_ASCII.encode(epoch + "\n");
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
            // The new name is durable only when its folder is.
            entry.force(true);
        }
        return new NodeLife(node, epoch, stored);
    }

    private long stored() throws IOException {
        if (Files.notExists(file)) {
            return 0;
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (!text.matches("[0-9]{1,18}")) {
            throw new IOException(file + " must hold the number of the last epoch and nothing else");
        }
        return Long.parseLong(text);
    }
}
