package org.motherlode.ctl.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.motherlode.ctl.process.Program;
import org.motherlode.ctl.process.ProgramFailedException;

/**
 * Who runs PostgreSQL. It refuses to run as root, so root lends it a system user; anyone else runs it as themselves.
 *
 * @param other the user to become; empty when we run it as ourselves
 */
record ServerUser(Optional<String> other) {
    private static final String OURS = "motherlode";
    private static final String THEIRS = "postgres";

    static ServerUser choose() {
        if (!System.getProperty("user.name").equals("root")) return new ServerUser(Optional.empty());
        if (exists(OURS) || made()) return new ServerUser(Optional.of(OURS));
        if (exists(THEIRS)) return new ServerUser(Optional.of(THEIRS));
        throw new ProgramFailedException("PostgreSQL does not run as root, and neither a user '" + OURS
                + "' could be made nor is there a user '" + THEIRS + "'");
    }

    /** The command line that runs these words as this user. */
    List<String> words(List<String> words) {
        if (other.isEmpty()) return words;
        String name = other.get();
        List<String> all = new ArrayList<>(List.of("setpriv", "--reuid=" + name, "--regid=" + group(name)));
        all.add("--clear-groups");
        all.addAll(words);
        return all;
    }

    /** Gives a file or folder, and all below it, to this user. */
    void give(Path path) throws IOException {
        if (other.isEmpty()) return;
        var owner = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(other.get());
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : (Iterable<Path>) all::iterator) Files.setOwner(one, owner);
        }
    }

    /** Whether this user may execute that file, the folders above it included. */
    boolean canExecute(Path file) {
        return Program.of(words(List.of("test", "-x", file.toString())))
                        .in(Path.of("/"))
                        .run()
                        .status()
                == 0;
    }

    private static String group(String name) {
        return Program.of(List.of("id", "-gn", name)).succeed().strip();
    }

    private static boolean exists(String name) {
        return Program.of(List.of("id", "-u", name)).run().status() == 0;
    }

    private static boolean made() {
        List<String> words = List.of("useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", OURS);
        return Program.of(words).run().status() == 0 || exists(OURS);
    }
}
