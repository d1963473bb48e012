package org.motherlode.ctl.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the pools of several files listen. Whether a line of ports makes sense is for the adapter to say. */
final class WantedListeners {
    private static final Pattern LISTENER = Pattern.compile("(\\S+):(\\d{1,5})(?:\\s.*)?");
    private static final Set<String> ALL_ADDRESSES = Set.of("0.0.0.0", "[::]", "::");

    private final List<Listener> known = new ArrayList<>();

    private record Listener(Path file, String host, int port) {
        boolean excludes(Listener other) {
            boolean sameHost =
                    host.equals(other.host) || ALL_ADDRESSES.contains(host) || ALL_ADDRESSES.contains(other.host);
            return port == other.port && sameHost && !file.equals(other.file);
        }
    }

    /** Adds those of one file; one that another file wants too is an exception with both files and the port. */
    void add(Path file, String ports) throws IOException {
        for (String one : ports.split(",", -1)) {
            Matcher listener = LISTENER.matcher(one.strip());
            if (!listener.matches()) continue;
            Listener wanted = new Listener(file, listener.group(1), Integer.parseInt(listener.group(2)));
            for (Listener other : known) {
                if (wanted.excludes(other)) {
                    throw new IOException(other.file + " and " + file + " want the same port: " + wanted.port);
                }
            }
            known.add(wanted);
        }
    }
}
