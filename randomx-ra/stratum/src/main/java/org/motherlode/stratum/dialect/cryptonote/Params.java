package org.motherlode.stratum.dialect.cryptonote;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.motherlode.model.bytes.Octets;
import org.motherlode.stratum.json.PlainText;

/** The parameters of a request. What is no text is only held against a request that needs it. */
final class Params {
    /** XMRig 6.26 lists 31 algorithms. */
    private static final int MOST_ALGORITHMS = 64;

    private static final int ALGORITHM_CHARS = 32;

    private final Map<Field, String> texts = new EnumMap<>(Field.class);
    private final Set<Field> misshapen = EnumSet.noneOf(Field.class);
    private final List<String> algorithms = new ArrayList<>();

    /** Reads the object at which the parser stands, to its end. */
    static Params read(JsonParser json) throws IOException {
        Params params = new Params();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("algo") && value == JsonToken.START_ARRAY) {
                params.readAlgorithms(json);
            } else {
                Optional<Field> field = Field.named(key);
                if (field.isPresent() && value != JsonToken.VALUE_NULL) {
                    params.take(field.get(), json);
                }
                json.skipChildren();
            }
        }
        return params;
    }

    /** What is no algorithm's name is left out: the list is a hint, not a condition. */
    private void readAlgorithms(JsonParser json) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.hasToken(JsonToken.VALUE_STRING) && algorithms.size() < MOST_ALGORITHMS) {
                String name = json.getText();
                if (name.length() <= ALGORITHM_CHARS) {
                    algorithms.add(PlainText.of(name, ALGORITHM_CHARS));
                }
            }
            json.skipChildren();
        }
    }

    private void take(Field field, JsonParser json) throws IOException {
        if (json.hasToken(JsonToken.VALUE_STRING)) {
            texts.put(field, json.getText());
        } else {
            misshapen.add(field);
        }
    }

    List<String> algorithms() {
        return algorithms;
    }

    Optional<String> text(Field field) throws MisshapenException {
        if (misshapen.contains(field)) {
            throw new MisshapenException(field.key() + " must be a text");
        }
        Optional<String> text = Optional.ofNullable(texts.get(field));
        if (text.isPresent() && text.get().length() > field.mostChars()) {
            throw new MisshapenException(field.key() + " has more than " + field.mostChars() + " characters");
        }
        return text.map(found -> PlainText.of(found, field.mostChars()));
    }

    /** The text, cut where it is too long. */
    String cut(Field field) {
        return PlainText.of(texts.getOrDefault(field, ""), field.mostChars());
    }

    String required(Field field) throws MisshapenException {
        return text(field)
                .filter(found -> !found.isEmpty())
                .orElseThrow(() -> new MisshapenException(field.key() + " is missing"));
    }

    /** Bytes from hex of either case, exactly as many as the field has room for. */
    Octets octets(Field field) throws MisshapenException {
        String hex = required(field);
        if (hex.length() != field.mostChars()) {
            throw new MisshapenException(field.key() + " must have " + field.mostChars() + " hex digits");
        }
        try {
            return Octets.ofHex(hex);
        } catch (IllegalArgumentException notHex) {
            throw new MisshapenException(field.key() + " is not hex");
        }
    }
}
