package org.motherlode.ejb.chain.monero;

import java.math.BigInteger;
import java.util.Arrays;

/** The way back from bytes to text, which only tests need. */
final class Base58Writing {
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int[] CHARACTERS = {0, 2, 3, 5, 6, 7, 9, 10, 11};

    private Base58Writing() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < bytes.length; from += 8) {
            byte[] block = Arrays.copyOfRange(bytes, from, Math.min(from + 8, bytes.length));
            StringBuilder reversed = new StringBuilder();
            BigInteger rest = new BigInteger(1, block);
            while (reversed.length() < CHARACTERS[block.length]) {
                BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(58));
                reversed.append(ALPHABET.charAt(parts[1].intValue()));
                rest = parts[0];
            }
            text.append(reversed.reverse());
        }
        return text.toString();
    }
}
