package org.motherlode.stratum.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An object as far as a client needs it: its texts, its numbers (as they are spelled) and its objects. Arrays, booleans
 * and nulls count as absent.
 */
public record JsonObject(Map<String, String> texts, Map<String, String> numbers, Map<String, JsonObject> objects) {
    public JsonObject {
        texts = Map.copyOf(texts);
        numbers = Map.copyOf(numbers);
        objects = Map.copyOf(objects);
    }

    /** Reads a line that is one object; everything else is an {@link IOException}. */
    public static JsonObject read(byte[] line) throws IOException {
        try (JsonParser json = StrictJson.parser(new Utf8Line(line))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            JsonObject object = members(json);
            if (json.nextToken() != null) {
                throw new IOException("more than one JSON value on the line");
            }
            return object;
        }
    }

    /** Calls itself no deeper than {@link StrictJson#DEPTH}: the parser sees to that. */
    private static JsonObject members(JsonParser json) throws IOException {
        Map<String, String> texts = new HashMap<>();
        Map<String, String> numbers = new HashMap<>();
        Map<String, JsonObject> objects = new HashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_STRING) {
                texts.put(key, json.getText());
            } else if (value.isNumeric()) {
                numbers.put(key, json.getText());
            } else if (value == JsonToken.START_OBJECT) {
                objects.put(key, members(json));
            } else {
                json.skipChildren();
            }
        }
        return new JsonObject(texts, numbers, objects);
    }

    public Optional<String> text(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** Whether there is a text, a number or an object of this name, whatever it says. */
    public boolean has(String key) {
        return texts.containsKey(key) || numbers.containsKey(key) || objects.containsKey(key);
    }

    /** The number, if it is a whole one that fits; otherwise as if it were not there. */
    public Optional<Long> number(String key) {
        String digits = numbers.getOrDefault(key, "");
        return digits.matches("-?[0-9]{1,18}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    public Optional<JsonObject> object(String key) {
        return Optional.ofNullable(objects.get(key));
    }
}
