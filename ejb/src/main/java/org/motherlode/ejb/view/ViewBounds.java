package org.motherlode.ejb.view;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What readers may cost the database. Each is a system property {@code motherlode.view.<name>}.
 *
 * @param life how old an answer may be
 * @param statement how long one query may take
 * @param readers queries at the same time, so that payments always find a connection
 * @param kept answers that are remembered, of each kind
 * @param workers shown of one miner
 * @param days shown of one miner
 * @param outlook how old what is said of a pool's next payouts may be: it takes reading all balances
 */
record ViewBounds(Duration life, Duration statement, int readers, int kept, int workers, int days, Duration outlook) {
    private static final String PREFIX = "motherlode.view.";
    static final ViewBounds DEFAULT =
            new ViewBounds(Duration.ofSeconds(3), Duration.ofSeconds(2), 3, 2000, 200, 30, Duration.ofSeconds(30));

    static ViewBounds read(Function<String, @Nullable String> properties) {
        return new ViewBounds(
                Duration.ofMillis(number(
                        properties, PREFIX + "life-millis", DEFAULT.life().toMillis())),
                Duration.ofSeconds(number(
                        properties,
                        PREFIX + "statement-seconds",
                        DEFAULT.statement().toSeconds())),
                (int) number(properties, PREFIX + "readers", DEFAULT.readers()),
                (int) number(properties, PREFIX + "kept", DEFAULT.kept()),
                (int) number(properties, PREFIX + "workers", DEFAULT.workers()),
                (int) number(properties, PREFIX + "days", DEFAULT.days()),
                Duration.ofSeconds(number(
                        properties,
                        PREFIX + "outlook-seconds",
                        DEFAULT.outlook().toSeconds())));
    }

    static long number(Function<String, @Nullable String> properties, String key, long otherwise) {
        String text = properties.apply(key);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        if (!text.strip().matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException(key + " must be a whole number from 1 to 999999, not '" + text + "'");
        }
        return Long.parseLong(text.strip());
    }
}
