package org.motherlode.ctl.server;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The checks in an answer of {@code /health/ready}, by their names. */
record Checks(Map<String, JsonObject> byName) {
    Checks {
        byName = Map.copyOf(byName);
    }

    /**
     * Reads them. While the server starts, that address may answer with a page of HTML, for the port is open before the
     * checks are there: then there are none.
     */
    static Checks of(String health) {
        try (JsonReader reader = Json.createReader(new StringReader(health))) {
            JsonValue checks = reader.readObject().getOrDefault("checks", JsonValue.EMPTY_JSON_ARRAY);
            return new Checks(checks.asJsonArray().getValuesAs(JsonObject.class).stream()
                    .collect(Collectors.toMap(check -> check.getString("name"), check -> check, (one, same) -> one)));
        } catch (JsonException | ClassCastException notTheChecksYet) {
            return new Checks(Map.of());
        }
    }

    Optional<JsonObject> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    boolean isUp(String name) {
        return named(name)
                .filter(check -> check.getString("status", "").equals("UP"))
                .isPresent();
    }
}
