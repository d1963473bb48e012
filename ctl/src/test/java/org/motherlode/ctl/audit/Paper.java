package org.motherlode.ctl.audit;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A bundle that a forger can write on. */
record Paper(JsonObject json) {
    private static final String SEAL = "fingerprint";

    static Paper of(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return new Paper(reader.readObject());
        }
    }

    String at(String pointer) {
        return ((JsonString) Json.createPointer(pointer).getValue(json)).getString();
    }

    /** Another value at this place; the rest, the fingerprint too, stays. */
    Paper with(String pointer, String value) {
        return new Paper(Json.createPointer(pointer).replace(json, Json.createValue(value)));
    }

    Paper without(String pointer) {
        return new Paper(Json.createPointer(pointer).remove(json));
    }

    Paper plus(String pointer, String value) {
        return new Paper(Json.createPointer(pointer).add(json, Json.createValue(value)));
    }

    /** With the fingerprint that belongs to what it says now. */
    Paper sealed() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            seal("", without("/" + SEAL).json(), digest);
            return with("/" + SEAL, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void seal(String name, JsonValue value, MessageDigest digest) {
        if (value instanceof JsonObject object) {
            object.forEach((key, inner) -> seal(name.isEmpty() ? key : name + "." + key, inner, digest));
        } else if (value instanceof JsonArray array) {
            array.forEach(inner -> seal(name, inner, digest));
        } else {
            digest.update((name + " " + ((JsonString) value).getString() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The places of all values. */
    List<String> places() {
        List<String> places = new ArrayList<>();
        places("", json, places);
        return places;
    }

    private static void places(String pointer, JsonValue value, List<String> into) {
        if (value instanceof JsonObject object) {
            object.forEach((key, inner) -> places(pointer + "/" + key, inner, into));
        } else if (value instanceof JsonArray array) {
            for (int index = 0; index < array.size(); index++) {
                places(pointer + "/" + index, array.get(index), into);
            }
        } else {
            into.add(pointer);
        }
    }

    /** What the verifier says of it; the last line is its judgement, or why it could not read it. */
    List<String> told() {
        return told(Optional.empty(), Optional.empty());
    }

    List<String> told(Optional<String> miner, Optional<String> shares) {
        return told(json.toString(), miner, shares);
    }

    static List<String> told(String text, Optional<String> miner, Optional<String> shares) {
        StringWriter words = new StringWriter();
        PrintWriter out = new PrintWriter(words, true);
        try {
            new BlockVerifier(out)
                    .verify(
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                            new BlockVerifier.Questions(
                                    miner, shares.map(list -> new BufferedReader(new StringReader(list)))));
        } catch (UnreadableBundleException e) {
            out.println("unreadable: " + e.getMessage());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return words.toString().lines().toList();
    }

    /** The sentences of what does not hold, and why it could not be read. */
    List<String> wrong() {
        return told().stream()
                .filter(line -> line.startsWith("WRONG") || line.startsWith("unreadable"))
                .toList();
    }
}
