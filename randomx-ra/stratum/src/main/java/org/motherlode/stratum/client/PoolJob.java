package org.motherlode.stratum.client;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Hash;

/**
 * Work from a pool.
 *
 * @param session the login that it belongs to; a share of it is worth nothing in another
 * @param id to be given back with each share
 * @param blob the bytes to hash, 43 to 407
 * @param nonceOffset where the four bytes of the nonce begin in the blob; {@link #USUAL_NONCE_OFFSET} if the pool does not say
 * @param target unsigned, never 0; see {@link #isShare}
 * @param algorithm the proof of work, for example {@code rx/0}, if the pool says so
 * @param height of the block, 0 if the pool does not say
 * @param next the seed to come, if it is known already
 */
public record PoolJob(
        String session,
        String id,
        Octets blob,
        int nonceOffset,
        long target,
        Optional<String> algorithm,
        long height,
        Seed seed,
        Optional<Seed> next) {
    /** Where the jobs of CryptoNote's chains have it, and where every miner writes it. */
    public static final int USUAL_NONCE_OFFSET = 39;

    public static final int NONCE_BYTES = 4;

    /** Whether the last eight bytes of the hash, least significant first, are below the target (XMRig's rule). */
    public boolean isShare(Hash hash) {
        long word = ByteBuffer.wrap(hash.octets().toBytes())
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong(Hash.BYTES - Long.BYTES);
        return Long.compareUnsigned(word, target) < 0;
    }

    /** The expected number of hashes for a share, as miners show it: floor((2^64 - 1) / target). */
    public long difficulty() {
        return Long.divideUnsigned(-1L, target);
    }
}
