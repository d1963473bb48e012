package org.motherlode.model.job;

import org.motherlode.model.bytes.Octets;

/**
 * The bytes that a miner hashes, with the nonce at {@code nonceOffset}, {@code nonceBytes} long (Monero 39 and 4, OpenSY
 * 76 and 4).
 */
public record Job(Octets hashingBytes, int nonceOffset, int nonceBytes) {
    public Job {
        if (nonceOffset < 0 || nonceBytes < 1 || nonceOffset + nonceBytes > hashingBytes.length()) {
            throw new IllegalArgumentException("the nonce must lie inside the hashing bytes: " + nonceOffset + "+"
                    + nonceBytes + " of " + hashingBytes.length());
        }
    }

    /** The hashing bytes with this nonce written in, in the byte order in which it stands in the block. */
    public Octets withNonce(Octets nonce) {
        if (nonce.length() != nonceBytes) {
            throw new IllegalArgumentException("the nonce must have " + nonceBytes + " bytes, not " + nonce.length());
        }
        return hashingBytes.with(nonceOffset, nonce);
    }
}
