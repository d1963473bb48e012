package org.motherlode.ra.gateway;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.wire.Dialect;

/** The dialects that this server speaks. */
public final class Dialects {
    private final Map<String, Dialect> byName = new TreeMap<>();

    public Dialects(ClassLoader loader) {
        for (Dialect dialect : ServiceLoader.load(Dialect.class, loader)) {
            byName.put(dialect.name(), dialect);
        }
    }

    Dialect get(String name) throws SettingException {
        Dialect dialect = byName.get(name);
        if (dialect == null) {
            throw new SettingException("ports", "name the dialect '" + name + "'; there are " + byName.keySet());
        }
        return dialect;
    }
}
