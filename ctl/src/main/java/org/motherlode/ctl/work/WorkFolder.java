package org.motherlode.ctl.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The project's folder {@code .motherlode}: server, database, chain, logs. PostgreSQL runs as a user of its own where
 * Motherlode is started by root, and that user cannot enter root's home; there the folder is a link to one below
 * {@code /var/lib}.
 */
public record WorkFolder(Path project, Path root) {
    private static final String NAME = ".motherlode";

    /** The work folder of a project, made if it is missing. */
    public static WorkFolder of(Path project) throws IOException {
        Path link = project.toAbsolutePath().normalize().resolve(NAME);
        if (!Files.exists(link)) {
            if (isRoot() && isClosedToOthers(project.toAbsolutePath())) {
                String name =
                        "motherlode-" + Integer.toHexString(link.toString().hashCode());
                Files.createSymbolicLink(link, Files.createDirectories(Path.of("/var/lib", name)));
            } else {
                Files.createDirectories(link);
            }
        }
        return new WorkFolder(project.toAbsolutePath().normalize(), link.toRealPath());
    }

    public Path resolve(String path) {
        return root.resolve(path);
    }

    /** Deletes it with all that is in it. */
    public void delete() throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
        Files.deleteIfExists(project.resolve(NAME));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean isClosedToOthers(Path project) {
        for (Path path = project; path != null; path = path.getParent()) {
            if (!othersMayEnter(path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean othersMayEnter(Path path) {
        try {
            return Files.getPosixFilePermissions(path)
                    .contains(java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
