package org.motherlode.ctl.server;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether miners can be served, as the application's own check says.
 *
 * @param down the conditions that do not hold, needed or not, each with its sentence, by their names
 */
public record Readiness(boolean ready, Map<String, String> down) {
    private static final String CHECK = "motherlode-ready";

    public Readiness {
        down = new TreeMap<>(down);
    }

    /** From an answer of {@code /health/ready}. */
    static Readiness of(String health) {
        Checks checks = Checks.of(health);
        Map<String, String> down = new TreeMap<>();
        checks.named(CHECK).ifPresentOrElse(check -> readInto(down, check), () -> down.put(CHECK, "is not there yet"));
        return new Readiness(checks.isUp(CHECK), down);
    }

    private static void readInto(Map<String, String> down, JsonObject check) {
        JsonValue data = check.getOrDefault("data", JsonValue.EMPTY_JSON_OBJECT);
        data.asJsonObject().forEach((name, value) -> {
            String words = value instanceof JsonString text ? text.getString() : value.toString();
            if (words.regionMatches(true, 0, "down", 0, "down".length()) || name.equals("conditions")) {
                down.put(name, words);
            }
        });
    }

    /** A pool that is closed stays closed until somebody changes something. */
    public boolean isClosed(String pool) {
        return down.containsKey(pool + ".pool");
    }

    /** One line for each condition that does not hold. */
    public String words() {
        StringBuilder lines = new StringBuilder();
        down.forEach(
                (name, words) -> lines.append("\n  ").append(name).append(": ").append(words));
        return lines.toString();
    }
}
