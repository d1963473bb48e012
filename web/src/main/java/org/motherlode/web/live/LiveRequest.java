package org.motherlode.web.live;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;

/** What a listener sent. */
sealed interface LiveRequest {
    <R> R fold(Cases<R> cases);

    /** One method for each request. */
    interface Cases<R> {
        R subscribe(Subscribe subscribe);

        R unsubscribe(Unsubscribe unsubscribe);

        R ping(Ping ping);

        R malformed(Malformed malformed);
    }

    record Subscribe(List<String> channels) implements LiveRequest {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.subscribe(this);
        }
    }

    record Unsubscribe(List<String> channels) implements LiveRequest {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.unsubscribe(this);
        }
    }

    record Ping() implements LiveRequest {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ping(this);
        }
    }

    record Malformed(String sentence) implements LiveRequest {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.malformed(this);
        }
    }

    static LiveRequest parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject object = reader.readObject();
            return switch (object.getString("type", "")) {
                case "subscribe" -> new Subscribe(channels(object));
                case "unsubscribe" -> new Unsubscribe(channels(object));
                case "ping" -> new Ping();
                default -> new Malformed("type must be subscribe, unsubscribe or ping.");
            };
        } catch (JsonException | ClassCastException e) {
            return new Malformed(
                    "A message is a JSON object like {\"type\":\"subscribe\",\"data\":{\"channels\":[\"stats\"]}}.");
        }
    }

    /** The named channels; anything of another shape is a ClassCastException, which {@link #parse} answers. */
    private static List<String> channels(JsonObject object) {
        JsonObject data =
                object.getOrDefault("data", JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
        JsonArray channels =
                data.getOrDefault("channels", JsonValue.EMPTY_JSON_ARRAY).asJsonArray();
        return channels.getValuesAs(JsonString::getString);
    }
}
