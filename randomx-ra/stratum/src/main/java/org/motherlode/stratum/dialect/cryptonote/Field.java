package org.motherlode.stratum.dialect.cryptonote;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The text parameters that are read, with the most characters that each may have; all others are skipped. */
enum Field {
    LOGIN("login", 512),
    PASS("pass", 256),
    AGENT("agent", 256),
    RIG("rigid", 128),
    MODE("mode", 32),
    SESSION("id", 64),
    JOB("job_id", 128),
    NONCE("nonce", 8),
    RESULT("result", 64),
    COMMITMENT("commitment", 64),
    /** Of a share; a login has a list of them. */
    ALGORITHM("algo", 32),
    /** As long as its line, of which it may be nearly all. */
    BLOB("blob", Integer.MAX_VALUE),
    PREVIOUS("prev_hash", 128),
    SEED("seed_hash", 128);

    private static final Map<String, Field> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(field -> field.key, Function.identity()));

    private final String key;
    private final int mostChars;

    Field(String key, int mostChars) {
        this.key = key;
        this.mostChars = mostChars;
    }

    static Optional<Field> named(String key) {
        return Optional.ofNullable(BY_NAME.get(key));
    }

    String key() {
        return key;
    }

    int mostChars() {
        return mostChars;
    }
}
