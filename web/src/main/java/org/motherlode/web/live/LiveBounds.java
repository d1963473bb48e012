package org.motherlode.web.live;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What listeners may cost. Each is a system property {@code motherlode.web.live.<name>}.
 *
 * @param clients listeners at the same time
 * @param channels per listener
 * @param queue messages that may wait for a listener before it is cut off
 * @param stalledTicks ticks that one message may take to leave before the listener is cut off
 * @param requests messages that a listener may send per tick
 * @param miners different addresses that may be watched by all listeners of a pool together
 */
record LiveBounds(int clients, int channels, int queue, int stalledTicks, int requests, int miners) {
    /** The largest message that a listener may send, in bytes; fixed, because the container wants it at compile time. */
    static final int MESSAGE_BYTES = 4096;

    static LiveBounds read(Function<String, @Nullable String> properties) {
        return new LiveBounds(
                number(properties, "clients", 2000),
                number(properties, "channels", 16),
                number(properties, "queue", 64),
                number(properties, "stalled-ticks", 5),
                number(properties, "requests", 20),
                number(properties, "miners", 200));
    }

    private static int number(Function<String, @Nullable String> properties, String name, int otherwise) {
        String key = "motherlode.web.live." + name;
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
