package org.motherlode.model.pow;

import org.motherlode.model.bytes.Octets;

/** The key of a seeded proof of work, at most 60 bytes (RandomX specification, 7.1); empty for a function that has none. */
public record Seed(Octets octets) {
    public Seed {
        if (octets.length() > 60) {
            throw new IllegalArgumentException("a seed has at most 60 bytes, not " + octets.length());
        }
    }

    public static Seed ofHex(String hex) {
        return new Seed(Octets.ofHex(hex));
    }

    public static Seed none() {
        return new Seed(Octets.empty());
    }

    public boolean isNone() {
        return octets.length() == 0;
    }

    public String hex() {
        return octets.hex();
    }

    @Override
    public String toString() {
        return hex();
    }
}
