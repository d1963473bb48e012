package org.motherlode.randomx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One librandomx on disk, opened only after its header was read. */
final class LibraryFile {
    private LibraryFile() {}

    /** An open library; {@code patched} if a private copy with a harmless stack flag stands in for the file. */
    record Opened(long handle, Path path, boolean patched) {}

    /** Throws an {@link IllegalStateException} that says why this file cannot be used. */
    static Opened open(Path file) {
        try {
            ElfHeader header = ElfHeader.read(file);
            if (!header.isForThisMachine()) {
                throw new IllegalStateException(
                        file + " was made for another processor (ELF machine " + header.machine() + ")");
            }
            if (!header.asksForExecutableStack()) {
                return new Opened(Bridge.openLibrary(file.toAbsolutePath().toString()), file, false);
            }
            return openPatched(file, header);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read as a library: " + e.getMessage(), e);
        }
    }

    private static Opened openPatched(Path file, ElfHeader header) throws IOException {
        if (!header.canBePatched()) {
            throw new IllegalStateException(
                    file + " has no PT_GNU_STACK header, so it would make every stack executable;"
                            + " link it with -Wl,-z,noexecstack");
        }
        try (InputStream content = Files.newInputStream(file);
                PrivateCopy copy = PrivateCopy.of(content, "librandomx.so")) {
            header.forbidExecutableStack(copy.path());
            return new Opened(Bridge.openLibrary(copy.path().toString()), file, true);
        }
    }
}
