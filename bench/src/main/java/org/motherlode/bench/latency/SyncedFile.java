package org.motherlode.bench.latency;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is written as a journal is: preallocated, block after block, each followed by fdatasync. */
final class SyncedFile implements AutoCloseable {
    private static final int BLOCK_BYTES = 4_096;
    private static final int BLOCKS = 2_560;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);
    private int next;

    SyncedFile(Path folder) throws IOException {
        file = Files.createTempFile(folder, "sync", ".bench");
        channel = FileChannel.open(file, StandardOpenOption.WRITE);
        for (int i = 0; i < BLOCKS; i++) {
            put(i);
        }
        channel.force(true);
    }

    /** Nanoseconds for one block. */
    long write() throws IOException {
        next = (next + 1) % BLOCKS;
        block.putInt(0, next);
        long began = System.nanoTime();
        put(next);
        channel.force(false);
        return System.nanoTime() - began;
    }

    private void put(int at) throws IOException {
        block.rewind();
        long position = (long) at * BLOCK_BYTES;
        while (block.hasRemaining()) {
            position += channel.write(block, position);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
