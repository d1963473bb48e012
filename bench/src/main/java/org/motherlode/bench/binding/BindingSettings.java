package org.motherlode.bench.binding;

/**
 * What to measure.
 *
 * @param fast with a dataset of 2 GiB, where a hash is eight times shorter and a call therefore weighs more
 * @param rounds pairs of slices; at least 100 for a figure that means something
 * @param hashes hashes in a slice, so that it lasts about a tenth of a second
 */
public record BindingSettings(boolean fast, int rounds, int hashes) {
    private static final int LIGHT_HASHES = 4;
    private static final int FAST_HASHES = 32;

    public BindingSettings {
        if (rounds < 1 || hashes < 1) {
            throw new IllegalArgumentException("at least one round of one hash");
        }
    }

    /** Slices of a tenth of a second. */
    public static BindingSettings of(boolean fast, int rounds) {
        return new BindingSettings(fast, rounds, fast ? FAST_HASHES : LIGHT_HASHES);
    }

    @Override
    public String toString() {
        return rounds + " rounds, slices of " + hashes + " hashes, " + (fast ? "fast" : "light") + " mode";
    }
}
