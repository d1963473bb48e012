package org.motherlode.ctl.process;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who listens on a TCP port of this machine, as proc(5) tells it. Of other users' processes it tells that only to root.
 *
 * @param program the process's name, at most 15 characters
 */
public record PortOwner(long pid, String program) {
    private static final List<String> TABLES = List.of("/proc/net/tcp", "/proc/net/tcp6");
    private static final String LISTENS = "0A";
    private static final int LOCAL = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    /** The first process that is found, or empty where nobody listens or the system does not say who. */
    public static Optional<PortOwner> of(int port) throws IOException {
        Set<String> sockets = sockets(port);
        if (sockets.isEmpty()) return Optional.empty();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, sockets)) return named(process);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return Optional.empty();
    }

    /** For people: {@code process 42 (java)}. */
    public String words() {
        return "process " + pid + " (" + program + ")";
    }

    /** Empty when it has just ended. */
    private static Optional<PortOwner> named(Path process) {
        long pid = Long.parseLong(process.getFileName().toString());
        try {
            return Optional.of(
                    new PortOwner(pid, Files.readString(process.resolve("comm")).strip()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** As the links in {@code /proc/PID/fd} name them. The table has addresses as hex digits, the port at the end. */
    private static Set<String> sockets(int port) throws IOException {
        String end = String.format(Locale.ROOT, ":%04X", port);
        Set<String> sockets = new HashSet<>();
        for (String line : lines()) {
            String[] words = line.strip().split("\\s+", -1);
            if (words.length > INODE && words[LOCAL].endsWith(end) && words[STATE].equals(LISTENS)) {
                sockets.add("socket:[" + words[INODE] + "]");
            }
        }
        return sockets;
    }

    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String table : TABLES) {
            if (Files.isReadable(Path.of(table))) lines.addAll(Files.readAllLines(Path.of(table)));
        }
        return lines;
    }

    private static boolean holds(Path process, Set<String> sockets) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (isOneOf(sockets, descriptor)) return true;
            }
            return false;
        } catch (IOException | DirectoryIteratorException goneOrAnothers) {
            return false;
        }
    }

    /** Processes at work close descriptors while we look. */
    private static boolean isOneOf(Set<String> sockets, Path descriptor) {
        try {
            return sockets.contains(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException closed) {
            return false;
        }
    }
}
