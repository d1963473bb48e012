package org.motherlode.randomx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that only this process's user can read, in a folder of its own; gone when closed. Linux keeps what is mapped. */
record PrivateCopy(Path path) implements AutoCloseable {
    static PrivateCopy of(InputStream content, String fileName) throws IOException {
        Path folder = Files.createTempDirectory("motherlode-randomx-");
        Path file = folder.resolve(fileName);
        Files.copy(content, file);
        return new PrivateCopy(file);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
        Path folder = path.getParent();
        if (folder != null) {
            Files.deleteIfExists(folder);
        }
    }
}
