package org.motherlode.pow.mining;

import org.motherlode.model.bytes.Octets;
import org.motherlode.model.pow.Seed;

/**
 * A job as a miner searches it.
 *
 * @param id what the pool calls it; handed back with each find
 * @param blob the hashing bytes; what stands at the nonce is overwritten
 * @param nonceOffset where the nonce begins, written little-endian
 * @param nonceBytes its length, 1 to 8
 */
public record Work(String id, Seed seed, Octets blob, int nonceOffset, int nonceBytes, MiningTarget target) {
    public Work {
        if (nonceBytes < 1 || nonceBytes > 8 || nonceOffset < 0 || nonceOffset > blob.length() - nonceBytes) {
            throw new IllegalArgumentException("a nonce of " + nonceBytes + " bytes at " + nonceOffset
                    + " does not lie in a blob of " + blob.length() + " bytes");
        }
    }

    /** The number of nonces as a signed value, where eight bytes count as 2^63 - 1: more than anyone will try. */
    public long nonces() {
        return nonceBytes == Long.BYTES ? Long.MAX_VALUE : 1L << (8 * nonceBytes);
    }
}
