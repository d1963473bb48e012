package org.motherlode.ra;

import java.nio.file.Path;
import java.util.Map;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/** The adapter's configuration properties as written. */
record AdapterText(String nodeId, String dataDir, String verifyThreads, String library, String settings) {
    /** An empty text is 0. */
    long number(String key, String text, long most) throws SettingException {
        return new Settings(Map.of(key, text.strip())).number(key, 0, 0, most);
    }

    /** As said here or else to the whole server. The beans ask the gateway. */
    int node() throws SettingException {
        String text = nodeId.isBlank() ? System.getProperty("motherlode.node-id", "") : nodeId;
        return (int) number("nodeId", text, 255);
    }

    /** Where the adapter keeps its own files; a folder {@code motherlode} among the server's data if nothing is said. */
    Path folder() throws SettingException {
        if (!dataDir.isBlank()) {
            return Path.of(dataDir.strip());
        }
        String server = System.getProperty("jboss.server.data.dir", "");
        if (server.isEmpty()) {
            throw new SettingException("dataDir", "must be a folder: there is no server with a data folder of its own");
        }
        return Path.of(server, "motherlode");
    }
}
