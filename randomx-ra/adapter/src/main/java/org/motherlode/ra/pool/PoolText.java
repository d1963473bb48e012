package org.motherlode.ra.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.pool.ListenPort;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/** The text of a pool's properties, and its meaning. */
record PoolText(String name, String chain, String node, String wallet, String ports, String fast, String settings) {
    PoolDefinition read() throws SettingException {
        return new PoolDefinition(
                value("name", name, PoolName::new),
                value("chain", chain, ChainId::new),
                node.strip(),
                wallet.strip(),
                readPorts(),
                readFast(),
                Settings.parse(settings));
    }

    private List<ListenPort> readPorts() throws SettingException {
        List<ListenPort> all = new ArrayList<>();
        for (String port : ports.split(",", -1)) {
            all.add(PortText.read(port.strip()));
        }
        return all;
    }

    private boolean readFast() throws SettingException {
        return switch (fast.strip()) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw new SettingException("fast", "must be true or false, not '" + fast + "'");
        };
    }

    static <T> T value(String key, String text, Function<String, T> reader) throws SettingException {
        try {
            return reader.apply(text.strip());
        } catch (IllegalArgumentException e) {
            throw new SettingException(key, "makes no sense: " + e.getMessage());
        }
    }
}
