package org.motherlode.web.rest;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What those may cost who take whole bundles, each of whom holds a thread for as long as he reads.
 *
 * @param most at the same time
 * @param longest after which one gives his place up to who wants it
 */
record DownloadBounds(int most, Duration longest) {
    static DownloadBounds read(Function<String, @Nullable String> properties) {
        return new DownloadBounds(
                number(properties, "motherlode.web.audit.downloads", 4),
                Duration.ofSeconds(number(properties, "motherlode.web.audit.seconds", 60)));
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
