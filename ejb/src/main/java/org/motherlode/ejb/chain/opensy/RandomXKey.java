package org.motherlode.ejb.chain.opensy;

import java.util.OptionalLong;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.pow.Seed;

/**
 * Which block's id is the key of RandomX: it changes every 32 blocks, and the block whose id it becomes is 32 to 63 blocks old
 * by then, so the next one can be prepared ahead.
 */
final class RandomXKey {
    static final int INTERVAL = 32;

    private RandomXKey() {}

    /** The height of the block whose id is the key for a block of this height. */
    static long heightFor(long height) {
        return Math.max(0, (height / INTERVAL - 1) * INTERVAL);
    }

    /** The height of the block whose id is the key that comes next; empty where that block is not there yet. */
    static OptionalLong nextHeightFor(long height) {
        long next = (height / INTERVAL) * INTERVAL;
        return next > heightFor(height) && next < height ? OptionalLong.of(next) : OptionalLong.empty();
    }

    /** The key of a block's id, which is its bytes as they stand in a header and not as people read them. */
    static Seed of(String blockId) {
        return new Seed(Octets.of(BlockHash.bytes(blockId)));
    }
}
