package org.motherlode.ejb.block;

import java.time.Instant;
import java.util.Optional;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.pool.PoolName;

/**
 * A block that the chain has not decided for good.
 *
 * @param askedAt when the chain was last asked, if ever
 * @param knownAt when the chain last knew it, if ever
 */
record OpenBlock(
        long number,
        PoolName pool,
        BlockRef ref,
        BlockState state,
        Instant foundAt,
        Optional<Instant> askedAt,
        Optional<Instant> knownAt,
        long confirmations,
        long required) {

    /** Since when the chain has not known it. */
    Instant unknownSince() {
        return knownAt.orElse(foundAt);
    }
}
