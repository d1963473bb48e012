package org.motherlode.ejb.chain.opensy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.motherlode.ejb.chain.JsonFields;

/**
 * What OpenSY's node of commit 2de3d7a answered on regtest, testnet and mainnet in November 2026: request, HTTP status and answer of
 * each call; and the headers that it judged, with their keys and RandomX hashes.
 */
final class Recorded {
    private Recorded() {}

    static JsonObject file(String name) {
        return read(name).asJsonObject();
    }

    private static JsonValue read(String name) {
        try (InputStream stream = Objects.requireNonNull(Recorded.class.getResourceAsStream(name + ".json"), name);
                JsonReader reader = Json.createReader(stream)) {
            return reader.readValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was answered, envelope included. */
    static JsonObject response(String name) {
        return file(name).getJsonObject("response");
    }

    static JsonArray params(String name) {
        return file(name).getJsonObject("request").getJsonArray("params");
    }

    static JsonFields result(String name) {
        return new JsonFields("the recorded node", response(name).getJsonObject("result"));
    }

    static List<JsonObject> vectors(String name) {
        return read(name).asJsonArray().getValuesAs(JsonObject.class);
    }
}
