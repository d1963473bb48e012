package org.motherlode.model.share;

import java.time.Instant;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;

/**
 * A verified share that will be credited.
 *
 * @param difficulty of the job that it answers: its weight in the window, whatever the hash was worth
 * @param acceptedAt in whole microseconds, never before that of a smaller sequence of the same node
 * @param hash its proof-of-work hash, so that anybody can see that no share counts twice
 */
public record AcceptedShare(
        ShareNumber number,
        PoolName pool,
        MinerAddress miner,
        String worker,
        Difficulty difficulty,
        long height,
        Instant acceptedAt,
        Hash hash) {}
