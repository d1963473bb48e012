package org.motherlode.model.reward;

import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.BasisPoints;

/**
 * What a pool gives away of each reward. Its address is credited as a miner's is, so it is paid by the same payouts, under the
 * same threshold, and taken back with the block like everybody's part.
 *
 * @param part of the reward, rounded down; more than nothing
 * @param to an address of the pool's chain
 */
public record Donation(BasisPoints part, MinerAddress to) {
    public Donation {
        if (part.value() == 0) {
            throw new IllegalArgumentException("a donation to " + to + " must be more than 0 basis points");
        }
    }
}
