package org.motherlode.randomx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A nonce whose hash meets the target. The nonce is unsigned; the hash has 32 bytes as the function writes them. */
public final class Hit {
    private static final int NONCE_BYTES = 8;
    private static final int BYTES = NONCE_BYTES + Vm.HASH_BYTES;

    private final long nonce;
    private final byte[] hash;

    private Hit(long nonce, byte[] hash) {
        this.nonce = nonce;
        this.hash = hash;
    }

    static List<Hit> read(byte[] packed) {
        List<Hit> hits = new ArrayList<>();
        for (int at = 0; at < packed.length; at += BYTES) {
            long nonce = 0;
            for (int i = NONCE_BYTES - 1; i >= 0; i--) {
                nonce = nonce << 8 | (packed[at + i] & 0xff);
            }
            hits.add(new Hit(nonce, Arrays.copyOfRange(packed, at + NONCE_BYTES, at + BYTES)));
        }
        return List.copyOf(hits);
    }

    public long nonce() {
        return nonce;
    }

    /** A copy. */
    public byte[] hash() {
        return hash.clone();
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(nonce) + ": " + HexFormat.of().formatHex(hash);
    }
}
