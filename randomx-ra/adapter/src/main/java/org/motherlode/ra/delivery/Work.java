package org.motherlode.ra.delivery;

import java.time.Instant;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.share.AcceptedShare;
import org.motherlode.model.share.ShareNumber;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;

/** A verified share that has no number yet; see {@link AcceptedShare} for the fields. */
public record Work(PoolName pool, MinerAddress miner, String worker, Difficulty difficulty, long height, Hash hash) {
    AcceptedShare accepted(ShareNumber number, Instant at) {
        return new AcceptedShare(number, pool, miner, worker, difficulty, height, at, hash);
    }
}
