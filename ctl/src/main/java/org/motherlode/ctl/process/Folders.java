package org.motherlode.ctl.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that appear whole or not at all, and that others may walk through. */
public final class Folders {
    private static final String DRAFT = ".draft-";

    private Folders() {}

    /** What goes into a folder. */
    @FunctionalInterface
    public interface Filling {
        void fill(Path folder) throws IOException;
    }

    /** Fills a folder beside {@code place} and renames it, so that {@code place} is never half-made. */
    public static Path whole(Path place, Filling filling) throws IOException {
        if (Files.isDirectory(place)) return place;
        Path above = open(place.toAbsolutePath().resolveSibling(".").normalize());
        removeDeadDrafts(above, place.getFileName() + DRAFT);
        Path draft = Files.createTempDirectory(
                above, place.getFileName() + DRAFT + ProcessHandle.current().pid() + "-");
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

    /** A draft bears the number of the process that fills it; of one that was killed nobody else would clean up. */
    private static void removeDeadDrafts(Path above, String prefix) throws IOException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(
                above, file -> file.getFileName().toString().startsWith(prefix))) {
            for (Path draft : drafts) {
                String pid = draft.getFileName()
                        .toString()
                        .substring(prefix.length())
                        .split("-", -1)[0];
                if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()) delete(draft);
            }
        }
    }

    /** A folder that everyone may enter. */
    public static Path open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return folder;
    }

    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : deepestFirst) Files.deleteIfExists(one);
    }
}
