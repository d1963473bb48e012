package org.motherlode.ejb.chain.monero;

import org.bouncycastle.crypto.digests.KeccakDigest;

/** Keccak-256 as CryptoNote uses it: the original padding (0x01), not that of SHA-3 (FIPS 202, 0x06). */
final class Keccak {
    static final int BYTES = 32;

    private Keccak() {}

    /** The hash of the parts, one after the other. */
    static byte[] hash(byte[]... parts) {
        KeccakDigest digest = new KeccakDigest(BYTES * 8);
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] hash = new byte[BYTES];
        digest.doFinal(hash, 0);
        return hash;
    }
}
