package org.motherlode.ctl.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ports that a command is about to listen on.
 *
 * @param byUse what for, and which
 */
public record WantedPorts(Map<String, Integer> byUse) {
    public WantedPorts {
        byUse = new LinkedHashMap<>(byUse);
    }

    public boolean areFree() throws IOException {
        for (int port : byUse.values()) {
            if (!FreePort.isFree(port)) return false;
        }
        return true;
    }

    /**
     * Returns if all of them are free.
     *
     * @param remedy what to do otherwise, as a sentence
     * @throws IOException names each that is taken, what for it is wanted, and by whom it is taken if the system tells
     */
    public void requireFree(String remedy) throws IOException {
        List<String> taken = new ArrayList<>();
        for (Map.Entry<String, Integer> one : byUse.entrySet()) {
            if (FreePort.isFree(one.getValue())) continue;
            Optional<PortOwner> owner = PortOwner.of(one.getValue());
            taken.add("port " + one.getValue() + ", wanted for " + one.getKey() + ", is taken by "
                    + owner.map(PortOwner::words).orElse("another program (root could see which)"));
        }
        if (!taken.isEmpty()) throw new IOException(String.join(";\n", taken) + ".\n" + remedy);
    }
}
