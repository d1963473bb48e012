package org.motherlode.ejb.chain.monero;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * CryptoNote's base 58: eight bytes become eleven characters, block by block, most significant first; the last block is
 * shorter. Each text stands for at most one byte string and each byte string for exactly one text.
 */
final class Base58 {
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
    private static final int BLOCK_CHARACTERS = 11;
    /** Bytes of a block by its characters; -1 where no block has that many. */
    private static final int[] BYTES = {0, -1, 1, 2, -1, 3, 4, 5, -1, 6, 7, 8};

    private Base58() {}

    static boolean hasOnlyItsCharacters(String text) {
        return text.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
    }

    /** The bytes, or nothing where a character, the length or a block's value is impossible. */
    static Optional<byte[]> decode(String text) {
        int lastBytes = BYTES[text.length() % BLOCK_CHARACTERS];
        if (lastBytes < 0 || !hasOnlyItsCharacters(text)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[text.length() / BLOCK_CHARACTERS * 8 + lastBytes];
        int filled = 0;
        for (int from = 0; from < text.length(); from += BLOCK_CHARACTERS) {
            String block = text.substring(from, Math.min(from + BLOCK_CHARACTERS, text.length()));
            int size = BYTES[block.length()];
            BigInteger value = value(block);
            if (value.bitLength() > size * 8) {
                return Optional.empty();
            }
            byte[] big = value.toByteArray();
            int used = Math.min(big.length, size);
            System.arraycopy(big, big.length - used, bytes, filled + size - used, used);
            filled += size;
        }
        return Optional.of(Arrays.copyOf(bytes, filled));
    }

    private static BigInteger value(String block) {
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < block.length(); i++) {
            value = value.multiply(BASE).add(BigInteger.valueOf(ALPHABET.indexOf(block.charAt(i))));
        }
        return value;
    }
}
