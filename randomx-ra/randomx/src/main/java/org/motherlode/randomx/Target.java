package org.motherlode.randomx;

/** What a hash must not exceed to be a hit. */
public final class Target {
    // how to compare; mine.c knows the same numbers
    private static final int LAST_WORD = 0;
    private static final int LITTLE_ENDIAN = 1;
    private static final int BIG_ENDIAN = 2;

    private final int order;
    private final byte[] bytes;

    private Target(int order, byte[] bytes) {
        this.order = order;
        this.bytes = bytes;
    }

    /** The last eight bytes of the hash, little-endian and unsigned, must be below {@code limit} (cryptonote miners). */
    public static Target below(long limit) {
        byte[] bytes = new byte[8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (limit >>> (8 * i));
        }
        return new Target(LAST_WORD, bytes);
    }

    /** The hash as a number, first byte least significant, must be at most {@code limit}: 32 bytes in the same order. */
    public static Target littleEndian(byte[] limit) {
        return new Target(LITTLE_ENDIAN, whole(limit));
    }

    /** The hash as a number, first byte most significant, must be at most {@code limit}: 32 bytes in the same order. */
    public static Target bigEndian(byte[] limit) {
        return new Target(BIG_ENDIAN, whole(limit));
    }

    private static byte[] whole(byte[] limit) {
        if (limit.length != Vm.HASH_BYTES) {
            throw new IllegalArgumentException("a whole target has 32 bytes, not " + limit.length);
        }
        return limit.clone();
    }

    int order() {
        return order;
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
