package org.motherlode.stratum.client;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The pauses between attempts: doubling to a limit, each shortened by up to a half at random, so that ten thousand miners
 * do not come back in the same instant. Not thread-safe.
 */
final class Backoff {
    private final ClientSettings settings;
    private final RandomGenerator random;
    private int failures;

    Backoff(ClientSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    /** The pause after one more failure; empty if it was one too many. */
    Optional<Duration> next() {
        failures++;
        if (failures >= settings.attempts()) {
            return Optional.empty();
        }
        Duration pause = settings.firstPause();
        for (int doubled = 1; doubled < failures && pause.compareTo(settings.longestPause()) < 0; doubled++) {
            pause = pause.multipliedBy(2);
        }
        long millis =
                Math.max(2, Math.min(pause.toMillis(), settings.longestPause().toMillis()));
        return Optional.of(Duration.ofMillis(millis - random.nextLong(millis / 2)));
    }

    void reset() {
        failures = 0;
    }
}
