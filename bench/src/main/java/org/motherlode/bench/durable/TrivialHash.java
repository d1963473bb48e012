package org.motherlode.bench.durable;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A hash that costs next to nothing, in the place of RandomX: everything else of a share's way is then what takes time. */
public final class TrivialHash {
    private TrivialHash() {}

    /** Of a share's bytes. */
    public static byte[] of(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
