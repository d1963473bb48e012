package org.motherlode.model.work;

import java.math.BigInteger;

/**
 * The expected number of hashes for one hit, at least 1. A hash of value h meets difficulty d when h * d does not exceed
 * 2^256 - 1 (the rule of monerod's {@code check_hash}; the same as h &lt;= floor((2^256 - 1) / d)).
 */
public record Difficulty(BigInteger value) implements Comparable<Difficulty> {
    private static final BigInteger LARGEST_HASH = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    private static final BigInteger LARGEST_WORD = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    public Difficulty {
        if (value.signum() <= 0 || value.bitLength() > 256) {
            throw new IllegalArgumentException("difficulty must be 1 to 2^256 - 1: " + value);
        }
    }

    public static Difficulty of(long value) {
        return new Difficulty(BigInteger.valueOf(value));
    }

    /** Whether a hash of this value, read in the chain's {@link HashOrder}, is good enough. */
    public boolean isMetBy(BigInteger hashValue) {
        return hashValue.multiply(value).compareTo(LARGEST_HASH) <= 0;
    }

    public boolean isMetBy(Hash hash, HashOrder order) {
        return isMetBy(order.value(hash));
    }

    /** The largest hash value that is good enough: floor((2^256 - 1) / d). */
    public BigInteger target() {
        return LARGEST_HASH.divide(value);
    }

    /**
     * floor((2^64 - 1) / d) as an unsigned word, the target that cryptonote miners compare with the most significant
     * eight bytes of the hash. Throws above 2^64 - 1, where that form has no value.
     */
    public long target64() {
        if (value.bitLength() > 64) {
            throw new IllegalArgumentException("difficulty has no 64-bit target: " + value);
        }
        return LARGEST_WORD.divide(value).longValue();
    }

    public Difficulty min(Difficulty other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Difficulty max(Difficulty other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public int compareTo(Difficulty other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
