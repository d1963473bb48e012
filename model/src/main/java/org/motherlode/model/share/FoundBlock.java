package org.motherlode.model.share;

import java.time.Instant;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.job.SealedBlock;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.work.Difficulty;

/**
 * A verified share that is a block.
 *
 * @param watermark the number of that very share: the block's window ends with it
 * @param foundAt the acceptance time of that share
 * @param networkDifficulty of the template
 */
public record FoundBlock(
        PoolName pool,
        ShareNumber watermark,
        Instant foundAt,
        MinerAddress finder,
        String worker,
        Difficulty networkDifficulty,
        SealedBlock block) {}
