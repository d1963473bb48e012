package org.motherlode.ejb.view;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which setting keeps a pool closed, out of the sentence that says why: it begins with the key, if a key is to blame. */
final class ClosedPools {
    private static final Set<String> PROPERTIES =
            Set.of("name", "chain", "node", "wallet", "ports", "fast", "settings");

    private ClosedPools() {}

    /** The sentence quotes what was written, which may be a secret: only the key leaves the server. */
    static Map<String, String> keys(Map<String, String> sentences) {
        Map<String, String> keys = new TreeMap<>();
        sentences.forEach((pool, sentence) -> keys.put(pool, key(sentence)));
        return keys;
    }

    private static String key(String sentence) {
        String first = sentence.split(" ", 2)[0];
        boolean dotted = first.matches("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");
        return dotted || PROPERTIES.contains(first) ? first : "";
    }
}
