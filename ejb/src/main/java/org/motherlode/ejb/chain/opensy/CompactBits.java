package org.motherlode.ejb.chain.opensy;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A target in four bytes, as a header has it: the highest byte is the number's length in bytes, the others are its first three
 * digits to the base 256, of which the top bit is a sign.
 */
record CompactBits(int bits) {
    private static final int SIGN = 0x0080_0000;
    private static final int DIGITS = 0x007f_ffff;
    private static final int HASH_BITS = 256;

    /** From eight hex digits, as the node's RPC writes it. */
    static Optional<CompactBits> ofHex(String hex) {
        return hex.matches("[0-9a-f]{8}")
                ? Optional.of(new CompactBits(Integer.parseUnsignedInt(hex, 16)))
                : Optional.empty();
    }

    /** The largest hash that is good enough; empty where the bits are negative, zero or more than a hash can be. */
    Optional<BigInteger> target() {
        int length = bits >>> 24;
        BigInteger digits = BigInteger.valueOf(bits & DIGITS);
        BigInteger target = length <= 3 ? digits.shiftRight(8 * (3 - length)) : digits.shiftLeft(8 * (length - 3));
        boolean negative = (bits & SIGN) != 0;
        return negative || target.signum() == 0 || target.bitLength() > HASH_BITS
                ? Optional.empty()
                : Optional.of(target);
    }
}
