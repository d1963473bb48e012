package org.motherlode.ejb.chain.opensy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** Base58Check: a number to the base 58, a leading 1 for each leading zero byte, the last four bytes a checksum. */
final class Base58 {
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
    private static final int CHECKSUM_BYTES = 4;
    /** No address is half as long; more would only cost time. */
    private static final int LONGEST = 100;

    private Base58() {}

    static boolean hasOnlyItsCharacters(String text) {
        return text.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
    }

    /** What the checksum stands behind; empty where it does not fit, or a character is none. */
    static Optional<byte[]> checked(String text) {
        if (text.length() > LONGEST || !hasOnlyItsCharacters(text)) {
            return Optional.empty();
        }
        byte[] bytes = decode(text);
        int body = bytes.length - CHECKSUM_BYTES;
        if (body < 0) {
            return Optional.empty();
        }
        byte[] payload = Arrays.copyOf(bytes, body);
        byte[] sum = Sha256d.hash(payload);
        return Arrays.equals(bytes, body, bytes.length, sum, 0, CHECKSUM_BYTES)
                ? Optional.of(payload)
                : Optional.empty();
    }

    private static byte[] decode(String text) {
        int zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == '1') {
            zeros++;
        }
        BigInteger value = BigInteger.ZERO;
        for (int i = zeros; i < text.length(); i++) {
            value = value.multiply(BASE).add(BigInteger.valueOf(ALPHABET.indexOf(text.charAt(i))));
        }
        byte[] big = value.toByteArray();
        int sign = big[0] == 0 ? 1 : 0;
        byte[] bytes = new byte[zeros + big.length - sign];
        System.arraycopy(big, sign, bytes, zeros, big.length - sign);
        return bytes;
    }
}
