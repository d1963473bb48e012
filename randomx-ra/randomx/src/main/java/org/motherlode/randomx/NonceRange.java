package org.motherlode.randomx;

/**
 * Nonces to try, written little-endian into the blob.
 *
 * @param offset where the nonce begins in the blob
 * @param bytes how long it is, 1 to 8
 * @param start the first one, unsigned
 * @param count how many, 1 to {@value #MOST}; all of them must fit in the bytes
 */
public record NonceRange(int offset, int bytes, long start, int count) {
    /** A call into C lasts as long as its hashes do, so a batch is bounded. */
    public static final int MOST = 65_536;

    public NonceRange {
        if (bytes < 1 || bytes > 8 || offset < 0) {
            throw new IllegalArgumentException(
                    "a nonce has 1 to 8 bytes at an offset of at least 0: " + bytes + " at " + offset);
        }
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("a batch has 1 to 65536 nonces, not " + count);
        }
        long last = start + count - 1;
        if (Long.compareUnsigned(last, start) < 0 || (bytes < 8 && last >>> (8 * bytes) != 0)) {
            throw new IllegalArgumentException(
                    "nonces up to " + Long.toUnsignedString(last) + " do not fit " + bytes + " bytes");
        }
    }
}
