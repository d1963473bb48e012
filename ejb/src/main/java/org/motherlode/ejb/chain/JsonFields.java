package org.motherlode.ejb.chain;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.NodeUnavailableException;

/**
 * Fields of an answer, exact and checked: whatever is missing or of another type is a
 * {@link NodeUnavailableException} that names it.
 *
 * @param from who answered what, for sentences
 */
public record JsonFields(String from, JsonObject json) {
    /** No number in any answer is larger than this; more digits would only cost time. */
    private static final int MOST_DIGITS = 80;

    public Optional<String> optionalText(String name) {
        return json.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    public String text(String name) throws NodeUnavailableException {
        return optionalText(name).orElseThrow(() -> missing(name, "a text"));
    }

    public boolean flag(String name) throws NodeUnavailableException {
        JsonValue value = json.get(name);
        if (JsonValue.TRUE.equals(value) || JsonValue.FALSE.equals(value)) {
            return JsonValue.TRUE.equals(value);
        }
        throw missing(name, "true or false");
    }

    /** A whole number of any size, from zero. */
    public BigInteger number(String name) throws NodeUnavailableException {
        return natural(name, json.get(name) instanceof JsonNumber number ? number.toString() : "");
    }

    /** A whole number from zero that fits. */
    public long count(String name) throws NodeUnavailableException {
        BigInteger number = number(name);
        if (number.bitLength() > 62) {
            throw missing(name, "a number below 2^62");
        }
        return number.longValueExact();
    }

    /** A whole number that fits and may be below zero. */
    public long integer(String name) throws NodeUnavailableException {
        String digits = json.get(name) instanceof JsonNumber number ? number.toString() : "";
        if (!digits.matches("-?[0-9]{1,18}")) {
            throw missing(name, "a whole number of at most 18 digits");
        }
        return Long.parseLong(digits);
    }

    /** A number written as {@code 0x} and hex digits. */
    public BigInteger wide(String name) throws NodeUnavailableException {
        String text = text(name);
        if (!text.matches("0x[0-9a-fA-F]{1,64}")) {
            throw missing(name, "a hex number");
        }
        return new BigInteger(text.substring(2), 16);
    }

    public Octets hex(String name) throws NodeUnavailableException {
        try {
            return Octets.ofHex(text(name));
        } catch (IllegalArgumentException e) {
            throw missing(name, "hex digits");
        }
    }

    /** A hash as 64 hex digits, in lower case. */
    public String id(String name) throws NodeUnavailableException {
        String text = text(name);
        if (!text.matches("[0-9a-f]{64}")) {
            throw missing(name, "a hash");
        }
        return text;
    }

    public JsonFields object(String name) throws NodeUnavailableException {
        if (json.get(name) instanceof JsonObject object) {
            return new JsonFields(from, object);
        }
        throw missing(name, "an object");
    }

    /** The objects of a list; none if the field is absent, as monerod leaves empty lists out. */
    public List<JsonFields> objects(String name) throws NodeUnavailableException {
        List<JsonFields> objects = new ArrayList<>();
        for (JsonValue value : list(name)) {
            if (!(value instanceof JsonObject object)) {
                throw missing(name, "a list of objects");
            }
            objects.add(new JsonFields(from, object));
        }
        return objects;
    }

    public List<BigInteger> numbers(String name) throws NodeUnavailableException {
        List<BigInteger> numbers = new ArrayList<>();
        for (JsonValue value : list(name)) {
            numbers.add(natural(name, value.toString()));
        }
        return numbers;
    }

    public List<String> texts(String name) throws NodeUnavailableException {
        List<String> texts = new ArrayList<>();
        for (JsonValue value : list(name)) {
            if (!(value instanceof JsonString text)) {
                throw missing(name, "a list of texts");
            }
            texts.add(text.getString());
        }
        return texts;
    }

    private List<JsonValue> list(String name) throws NodeUnavailableException {
        if (!json.containsKey(name)) {
            return List.of();
        }
        if (json.get(name) instanceof JsonArray array) {
            return array;
        }
        throw missing(name, "a list");
    }

    private BigInteger natural(String name, String digits) throws NodeUnavailableException {
        if (digits.length() > MOST_DIGITS || !digits.matches("[0-9]+")) {
            throw missing(name, "a whole number");
        }
        return new BigInteger(digits);
    }

    private NodeUnavailableException missing(String name, String should) {
        return new NodeUnavailableException(from + " gave no sensible answer: '" + name + "' is not " + should);
    }
}
