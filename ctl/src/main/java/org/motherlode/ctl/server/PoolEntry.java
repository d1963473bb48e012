package org.motherlode.ctl.server;

import java.util.Map;
import java.util.TreeMap;

/**
 * A pool as an admin object of the resource adapter, as an operator would write it at the command line.
 *
 * @param name of the pool; also its JNDI name below {@code java:/motherlode/pools/}
 * @param properties of the object: chain, node, wallet, ports, fast, settings. Lines of {@code settings} are separated by
 *     ';', since a command has no line breaks.
 */
public record PoolEntry(String name, Map<String, String> properties) {
    public PoolEntry {
        if (!name.matches("[a-z][a-z0-9-]*")) throw new IllegalArgumentException("not a pool's name: " + name);
        properties = Map.copyOf(properties);
    }

    String commands() {
        String object = Commands.ADAPTER + "/admin-objects=" + name;
        StringBuilder lines = new StringBuilder();
        lines.append(object).append(":add(class-name=org.motherlode.ra.pool.AdministeredPool,jndi-name=");
        lines.append(Commands.quoted("java:/motherlode/pools/" + name)).append(")\n");
        Map<String, String> all = new TreeMap<>(properties);
        all.put("name", name);
        all.forEach((key, value) -> lines.append(object)
                .append("/config-properties=")
                .append(key)
                .append(":add(value=")
                .append(Commands.quoted(value))
                .append(")\n"));
        return lines.toString();
    }
}
