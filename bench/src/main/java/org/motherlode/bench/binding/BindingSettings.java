package org.motherlode.bench.binding;

import java.nio.file.Path;
import org.motherlode.randomx.Preferences;

/**
 * What to measure.
 *
 * @param fast with a dataset of 2 GiB, where a hash is eight times shorter and a call therefore weighs more
 * @param rounds pairs of slices; at least 100 for a figure that means something
 * @param hashes hashes in a slice, so that it lasts about a tenth of a second
 */
public record BindingSettings(boolean fast, int rounds, int hashes) {
    private static final int ROUNDS = 120;
    private static final int LIGHT_HASHES = 4;
    private static final int FAST_HASHES = 32;

    public BindingSettings {
        if (rounds < 1 || hashes < 1) {
            throw new IllegalArgumentException("at least one round of one hash");
        }
    }

    /** Reads {@code [light|fast] [rounds]}. */
    public static BindingSettings of(String... arguments) {
        String mode = arguments.length > 0 ? arguments[0] : "light";
        if (arguments.length > 2 || !mode.matches("light|fast")) {
            throw new IllegalArgumentException("usage: BindingBench [light|fast] [rounds]");
        }
        boolean fast = mode.equals("fast");
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        return new BindingSettings(fast, rounds, fast ? FAST_HASHES : LIGHT_HASHES);
    }

    /** The system's library, unless the system property {@code randomx.library} names another. */
    public Preferences preferences() {
        String library = System.getProperty("randomx.library", "");
        return library.isBlank() ? Preferences.none() : Preferences.none().withLibrary(Path.of(library));
    }

    @Override
    public String toString() {
        return rounds + " rounds, slices of " + hashes + " hashes, " + (fast ? "fast" : "light") + " mode";
    }
}
