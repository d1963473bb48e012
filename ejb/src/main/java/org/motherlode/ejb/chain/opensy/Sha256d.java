package org.motherlode.ejb.chain.opensy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of the SHA-256: ids of blocks and transactions, and the Merkle tree. Not thread-safe; cheap to make. */
final class Sha256d {
    static final int BYTES = 32;

    private final MessageDigest sha256 = sha256();

    /** The hash of the parts, one after the other. */
    byte[] of(byte[]... parts) {
        for (byte[] part : parts) {
            sha256.update(part);
        }
        return sha256.digest(sha256.digest());
    }

    static byte[] hash(byte[]... parts) {
        return new Sha256d().of(parts);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
