package org.motherlode.web.rest;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How often strangers may ask for what costs something, in ten minutes.
 *
 * @param ofOne of one network, a /24 or /48
 * @param ofAll of all together; also how many networks are remembered at most
 */
record AllowanceBounds(int ofOne, int ofAll) {
    static AllowanceBounds read(Function<String, @Nullable String> properties) {
        return new AllowanceBounds(
                number(properties, "motherlode.web.threshold.of-one-network", 10),
                number(properties, "motherlode.web.threshold.of-all-networks", 3000));
    }

    private static int number(Function<String, @Nullable String> properties, String key, int otherwise) {
        String text = properties.apply(key);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        if (!text.strip().matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException(key + " must be a whole number from 1 to 999999, not '" + text + "'");
        }
        return Integer.parseInt(text.strip());
    }
}
