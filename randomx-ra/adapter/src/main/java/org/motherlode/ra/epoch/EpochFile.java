package org.motherlode.ra.epoch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.motherlode.ra.disk.DurableFile;

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
        long stored = stored();
        long epoch = Math.max(stored + 1, clock.instant().getEpochSecond());
        DurableFile.write(file, epoch + "\n");
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
