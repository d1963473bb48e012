package org.motherlode.model.job;

import org.motherlode.model.bytes.Octets;

/**
 * A whole block with a job's extra nonce written in, of which the last bytes are the miner's own to fill.
 *
 * @param extraNonceOffset where the extra nonce begins
 * @param ownBytes how many of its last bytes are the miner's; zero before it fills them
 */
public record OpenBlock(Octets block, int extraNonceOffset, int extraNonceBytes, int ownBytes) {
    public OpenBlock {
        if (ownBytes < 1
                || ownBytes > extraNonceBytes
                || extraNonceOffset < 0
                || extraNonceOffset + extraNonceBytes > block.length()) {
            throw new IllegalArgumentException("the miner's bytes must lie in the extra nonce, and that in the block");
        }
    }

    /** Where the miner's own bytes begin. */
    public int ownOffset() {
        return extraNonceOffset + extraNonceBytes - ownBytes;
    }
}
