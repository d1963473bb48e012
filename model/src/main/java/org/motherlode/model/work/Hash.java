package org.motherlode.model.work;

import org.motherlode.model.bytes.Octets;

/** A 32-byte hash in the order in which the hash function writes it to memory. */
public record Hash(Octets octets) {
    public static final int BYTES = 32;

    public Hash {
        if (octets.length() != BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + octets.length());
        }
    }

    public static Hash of(byte[] bytes) {
        return new Hash(Octets.of(bytes));
    }

    public static Hash ofHex(String hex) {
        return new Hash(Octets.ofHex(hex));
    }

    public String hex() {
        return octets.hex();
    }

    @Override
    public String toString() {
        return hex();
    }
}
