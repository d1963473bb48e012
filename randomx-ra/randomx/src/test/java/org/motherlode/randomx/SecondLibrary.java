package org.motherlode.randomx;

import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/**
 * The library with RandomX V2 that the environment variable {@code MOTHERLODE_RANDOMX} names; no distribution ships one so
 * far. Where it names none, what needs it does not run, and says so: it counts as skipped, and {@code ./motherlode test} ends
 * with the list of such tests. Where it names one that cannot compute V2, they fail.
 */
final class SecondLibrary {
    static final String VARIABLE = "MOTHERLODE_RANDOMX";

    private SecondLibrary() {}

    static Preferences preferences() {
        String named = System.getenv().getOrDefault(VARIABLE, "");
        if (named.isBlank()) {
            throw new TestAbortedException(
                    "RandomX V2 was not tried: " + VARIABLE + " names no librandomx 2.0 or later");
        }
        return Preferences.none().withLibrary(Path.of(named));
    }

    static RandomX open(Engine engine) {
        return RandomX.open(preferences().withEngine(engine));
    }
}
