package org.motherlode.model.payout;

import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.pool.PoolName;

/**
 * Thresholds of the miners' own, which only the owner of an address can change: with a text that he signed. Any method may throw
 * {@link org.motherlode.model.view.ViewUnavailableException}.
 */
public interface Thresholds {
    ThresholdView of(PoolName pool, MinerAddress miner);

    /**
     * Keeps nothing: challenges take no place, however many are asked for.
     *
     * @param coins the threshold as the miner wrote it
     */
    ThresholdAnswer<ThresholdChallenge> challenge(PoolName pool, MinerAddress miner, String coins);

    /** A challenge that was signed becomes a row that is never changed. A higher threshold counts only after a while. */
    ThresholdAnswer<ThresholdChange> change(PoolName pool, MinerAddress miner, ThresholdProof proof);
}
