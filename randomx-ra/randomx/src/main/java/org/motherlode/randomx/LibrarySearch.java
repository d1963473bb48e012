package org.motherlode.randomx;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a librandomx may be. The loader of the system would find it by name, but then its header could not be read before
 * it is opened; so the usual folders are looked through here, newest interface first.
 */
final class LibrarySearch {
    /** The environment variable that names a file to try before those of the system. */
    static final String TOLD = "RANDOMX_LIBRARY";

    private static final List<String> NAMES = List.of("librandomx.so.2", "librandomx.so.0", "librandomx.so");

    private LibrarySearch() {}

    /**
     * The files that are there, in the order in which to try them; a configured one comes first, then the one that the
     * environment tells, each even if it is missing.
     */
    static List<Path> candidates(Optional<Path> configured, Map<String, String> environment) {
        List<Path> found = new ArrayList<>();
        configured.ifPresent(found::add);
        String told = environment.getOrDefault(TOLD, "");
        if (!told.isBlank()) {
            found.add(Path.of(told));
        }
        for (String name : NAMES) {
            for (Path folder : folders()) {
                Path file = folder.resolve(name);
                if (Files.isRegularFile(file)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static Set<Path> folders() {
        Set<Path> folders = new LinkedHashSet<>();
        addAll(folders, System.getenv().getOrDefault("LD_LIBRARY_PATH", ""));
        addAll(folders, System.getProperty("java.library.path", ""));
        String multiarch = Platform.multiarch();
        for (String fixed : List.of("/usr/local/lib/" + multiarch, "/usr/local/lib", "/usr/local/lib64")) {
            folders.add(Path.of(fixed));
        }
        for (String fixed : List.of("/usr/lib/" + multiarch, "/lib/" + multiarch, "/usr/lib64", "/usr/lib", "/lib")) {
            folders.add(Path.of(fixed));
        }
        return folders;
    }

    private static void addAll(Set<Path> folders, String list) {
        for (String entry : list.split(File.pathSeparator, -1)) {
            if (!entry.isBlank() && entry.indexOf('\0') < 0) {
                folders.add(Path.of(entry));
            }
        }
    }
}
