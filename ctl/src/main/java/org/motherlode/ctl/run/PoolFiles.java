package org.motherlode.ctl.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.motherlode.ctl.server.PoolEntry;

/** The pools of one server, each in a file of its own. */
public final class PoolFiles {
    private PoolFiles() {}

    /**
     * Reads them in this order.
     *
     * @throws IOException also when two have the same name or want the same port, with both files
     */
    public static List<PoolEntry> read(List<Path> files) throws IOException {
        List<PoolEntry> pools = new ArrayList<>();
        Map<String, Path> names = new HashMap<>();
        WantedListeners listeners = new WantedListeners();
        for (Path file : files) {
            PoolEntry pool = PoolFile.read(file);
            Path first = names.putIfAbsent(pool.name(), file);
            if (first != null) {
                throw new IOException(first + " and " + file + " have the same name: " + pool.name());
            }
            listeners.add(file, pool.properties().getOrDefault("ports", ""));
            pools.add(pool);
        }
        return List.copyOf(pools);
    }
}
