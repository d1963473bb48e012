package org.motherlode.ejb.chain.monero;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.motherlode.ejb.chain.JsonFields;

/** Answers of monerod and monero-wallet-rpc 0.18.0 on a regtest, and vectors made with them. */
final class Recorded {
    private Recorded() {}

    static JsonObject file(String name) {
        try (InputStream stream = Objects.requireNonNull(Recorded.class.getResourceAsStream(name + ".json"), name);
                JsonReader reader = Json.createReader(stream)) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the program answered, envelope included. */
    static JsonObject response(String name) {
        return file(name).getJsonObject("response");
    }

    /** A recorded answer with some fields of its result changed. */
    static JsonObject changed(String name, UnaryOperator<JsonObjectBuilder> change) {
        JsonObject response = response(name);
        JsonObjectBuilder result = change.apply(Json.createObjectBuilder(response.getJsonObject("result")));
        return Json.createObjectBuilder(response).add("result", result).build();
    }

    static JsonFields result(String name) {
        return new JsonFields("the recorded program", response(name).getJsonObject("result"));
    }
}
