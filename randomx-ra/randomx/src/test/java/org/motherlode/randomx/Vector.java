package org.motherlode.randomx;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A line of {@code randomx-vectors.json}: the official ones are those of {@code src/tests/tests.cpp} of the RandomX authors,
 * the generated ones were computed with their library 2.0 and cross-checked with 1.1.10 and 1.2.1.
 */
record Vector(Variant variant, boolean official, String keyHex, String inputHex, String hash, String commitment) {
    static List<Vector> all() {
        try (InputStream json = Objects.requireNonNull(Vector.class.getResourceAsStream("/randomx-vectors.json"));
                JsonParser parser = new JsonFactory().createParser(json)) {
            List<Vector> vectors = new ArrayList<>();
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    readInto(vectors, parser);
                }
            }
            return vectors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Vector> of(Variant variant) {
        return all().stream().filter(vector -> vector.variant() == variant).toList();
    }

    private static void readInto(List<Vector> vectors, JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> fields = new HashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, parser.getText());
            }
            vectors.add(of(fields));
        }
    }

    private static Vector of(Map<String, String> fields) {
        Variant variant = field(fields, "algo").equals("rx/2") ? Variant.V2 : Variant.V1;
        return new Vector(
                variant,
                field(fields, "source").equals("official"),
                field(fields, "key"),
                field(fields, "input"),
                field(fields, "hash"),
                field(fields, "commitment"));
    }

    private static String field(Map<String, String> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    byte[] key() {
        return HexFormat.of().parseHex(keyHex);
    }

    byte[] input() {
        return HexFormat.of().parseHex(inputHex);
    }
}
