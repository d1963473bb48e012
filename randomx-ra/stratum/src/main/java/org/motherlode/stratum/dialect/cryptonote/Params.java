package org.motherlode.stratum.dialect.cryptonote;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.motherlode.model.bytes.Octets;
import org.motherlode.stratum.json.PlainText;
import org.motherlode.stratum.json.TextParts;

/** The parameters of a request. What is no text is only held against a request that needs it. */
final class Params {
    /** XMRig 6.26 lists 31 algorithms. */
    private static final int MOST_ALGORITHMS = 64;

    private static final int ALGORITHM_CHARS = 32;

    private static final String POOL_NONCE = "poolNonce";
    private static final String WORKER_NONCE = "workerNonce";
    private static final long MOST_WORD = 0xFFFF_FFFFL;

    /** The parameters that are whole numbers. */
    private static final Set<String> COUNTS = Set.of("height", "difficulty", POOL_NONCE, WORKER_NONCE);

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}");

    private final Map<Field, String> texts = new EnumMap<>(Field.class);
    private final Set<Field> misshapen = EnumSet.noneOf(Field.class);
    private final List<String> algorithms = new ArrayList<>();
    private final Map<String, String> counts = new HashMap<>();
    private Optional<Octets> block = Optional.empty();
    /** Why there is none. */
    private String withoutBlock = " is missing";

    /** Reads the object at which the parser stands, to its end. */
    static Params read(JsonParser json) throws IOException {
        Params params = new Params();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("algo") && value == JsonToken.START_ARRAY) {
                params.readAlgorithms(json);
            } else if (COUNTS.contains(key) && value == JsonToken.VALUE_NUMBER_INT) {
                params.counts.put(key, json.getText());
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
                if (json.getTextLength() <= ALGORITHM_CHARS) {
                    algorithms.add(PlainText.of(json.getText(), ALGORITHM_CHARS));
                }
            }
            json.skipChildren();
        }
    }

    private void take(Field field, JsonParser json) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            misshapen.add(field);
        } else if (field == Field.BLOB) {
            readBlock(TextParts.of(json));
        } else {
            // One more than it may have, so that too long is told from just long enough.
            texts.put(field, TextParts.start(json, field.mostChars() + 1));
        }
    }

    /** At once, because it may be almost the whole line: its text is not kept. */
    private void readBlock(TextParts hex) {
        if (hex.length() > 0) {
            try {
                block = Optional.of(Octets.ofHex(hex));
            } catch (IllegalArgumentException notHex) {
                withoutBlock = " is not hex";
            }
        }
    }

    List<String> algorithms() {
        return algorithms;
    }

    /** The one that a share names; what is no such name is as good as none. */
    Optional<String> algorithm() {
        return Optional.ofNullable(texts.get(Field.ALGORITHM))
                .filter(name -> name.length() <= Field.ALGORITHM.mostChars())
                .map(name -> PlainText.of(name, Field.ALGORITHM.mostChars()));
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

    /** A whole number from 0 to 10^18. */
    long count(String key) throws MisshapenException {
        String digits = counts.getOrDefault(key, "");
        if (!COUNT.matcher(digits).matches()) {
            throw new MisshapenException(key + " must be a whole number");
        }
        return Long.parseLong(digits);
    }

    /** What xmr-node-proxy filled in: two words, most significant byte first. Nothing if there is not even the first. */
    Octets filled() throws MisshapenException {
        if (!counts.containsKey(POOL_NONCE)) {
            return Octets.empty();
        }
        return Octets.of(ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(word(POOL_NONCE))
                .putInt(word(WORKER_NONCE))
                .array());
    }

    private int word(String key) throws MisshapenException {
        long word = count(key);
        if (word > MOST_WORD) {
            throw new MisshapenException(key + " must fit into 32 bits");
        }
        return (int) word;
    }

    /** The block that a miner made, from hex of either case. */
    Octets block() throws MisshapenException {
        boolean isText = !misshapen.contains(Field.BLOB);
        return block.orElseThrow(
                () -> new MisshapenException(Field.BLOB.key() + (isText ? withoutBlock : " must be a text")));
    }

    /** Bytes from hex of either case, exactly as many as the field has room for. */
    Octets octets(Field field) throws MisshapenException {
        String hex = required(field);
        if (hex.length() != field.mostChars()) {
            throw new MisshapenException(field.key() + " must have " + field.mostChars() + " hex digits");
        }
        return hex(field, hex);
    }

    private static Octets hex(Field field, String hex) throws MisshapenException {
        try {
            return Octets.ofHex(hex);
        } catch (IllegalArgumentException notHex) {
            throw new MisshapenException(field.key() + " is not hex");
        }
    }
}
