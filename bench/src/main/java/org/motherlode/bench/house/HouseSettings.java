package org.motherlode.bench.house;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a bench changes of the house.
 *
 * @param verifiers threads of the server that hash
 * @param pool settings of the pool
 * @param bounds settings of the adapter
 * @param environment of the server's process
 * @param fast whether the pool verifies in fast mode
 * @param processors that the server may use, as {@code taskset} wants them; empty for those that the bench may use
 */
public record HouseSettings(
        int verifiers,
        Map<String, String> pool,
        Map<String, String> bounds,
        Map<String, String> environment,
        boolean fast,
        Optional<String> processors) {
    /** Every nonce is a share, and stays one however many come; templates live for the whole run. There is no wallet. */
    private static final Map<String, String> STILL = Map.of(
            "monero.wallet-file", "none",
            "vardiff.min", "1",
            "vardiff.max", "1",
            "template.refresh-seconds", "3600",
            "template.oldest-seconds", "86400");

    public HouseSettings {
        pool = Map.copyOf(pool);
        bounds = Map.copyOf(bounds);
        environment = Map.copyOf(environment);
    }

    /** A pool whose template stays the same for the whole run. */
    public static HouseSettings still(int verifiers) {
        return new HouseSettings(verifiers, STILL, Map.of(), Map.of(), false, Optional.empty());
    }

    /** The same with a new template every so many seconds. */
    public HouseSettings renewedEvery(int seconds) {
        return withPool("template.refresh-seconds", Integer.toString(seconds));
    }

    public HouseSettings withPool(String key, String value) {
        return new HouseSettings(verifiers, with(pool, key, value), bounds, environment, fast, processors);
    }

    public HouseSettings withBound(String key, String value) {
        return new HouseSettings(verifiers, pool, with(bounds, key, value), environment, fast, processors);
    }

    public HouseSettings withEnvironment(String key, String value) {
        return new HouseSettings(verifiers, pool, bounds, with(environment, key, value), fast, processors);
    }

    public HouseSettings inFastMode() {
        return new HouseSettings(verifiers, pool, bounds, environment, true, processors);
    }

    public HouseSettings onProcessors(String list) {
        return new HouseSettings(verifiers, pool, bounds, environment, fast, Optional.of(list));
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }

    String poolText() {
        return text(pool);
    }

    /** The adapter's properties. */
    Map<String, String> adapter() {
        Map<String, String> properties = new HashMap<>();
        properties.put("verifyThreads", Integer.toString(verifiers));
        if (!bounds.isEmpty()) {
            properties.put("settings", text(bounds));
        }
        return properties;
    }

    private static String text(Map<String, String> lines) {
        return new TreeMap<>(lines)
                .entrySet().stream()
                        .map(line -> line.getKey() + " = " + line.getValue())
                        .collect(Collectors.joining("; "));
    }
}
