package org.motherlode.ctl.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that appear whole or not at all, and that others may walk through. */
final class Folders {
    private Folders() {}

    interface Filling {
        void fill(Path folder) throws IOException;
    }

    /** Fills a folder beside {@code place} and renames it, so that {@code place} is never half-made. */
    static Path whole(Path place, Filling filling) throws IOException {
        if (Files.isDirectory(place)) return place;
        Path above = open(place.toAbsolutePath().resolveSibling(".").normalize());
        Path draft = Files.createTempDirectory(above, place.getFileName() + ".draft-");
        try {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
            filling.fill(draft);
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(place)) throw e; // else another process was quicker, and its folder is as good
        } finally {
            delete(draft);
        }
        return place;
    }

    /** A folder that everyone may enter. */
    static Path open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return folder;
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : deepestFirst) Files.deleteIfExists(one);
    }
}
