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
import org.motherlode.model.work.Difficulty;

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
            all.add(readPort(port.strip()));
        }
        return all;
    }

    private static ListenPort readPort(String text) throws SettingException {
        String[] words = text.split("\\s+", -1);
        int colon = words[0].lastIndexOf(':');
        if (words.length != 3 || colon < 1) {
            throw new SettingException(
                    "ports", "must be 'host:port dialect difficulty', several separated by commas, not '" + text + "'");
        }
        // An IPv6 address stands in brackets, as in a URL.
        String host = words[0].substring(0, colon).replaceFirst("^\\[(.*)]$", "$1");
        int port = value("ports", words[0].substring(colon + 1), Integer::valueOf);
        Difficulty difficulty = value("ports", words[2], number -> Difficulty.of(Long.parseLong(number)));
        return value("ports", host, valid -> new ListenPort(valid, port, words[1], difficulty));
    }

    private boolean readFast() throws SettingException {
        return switch (fast.strip()) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw new SettingException("fast", "must be true or false, not '" + fast + "'");
        };
    }

    private static <T> T value(String key, String text, Function<String, T> reader) throws SettingException {
        try {
            return reader.apply(text.strip());
        } catch (IllegalArgumentException e) {
            throw new SettingException(key, "makes no sense: " + e.getMessage());
        }
    }
}
