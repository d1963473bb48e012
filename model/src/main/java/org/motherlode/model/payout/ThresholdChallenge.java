package org.motherlode.model.payout;

import java.time.Instant;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;

/**
 * What a miner is asked to sign who wants another threshold.
 *
 * @param until not included, in whole seconds
 * @param token by which the pool knows this challenge as its own, and uses it once
 */
public record ThresholdChallenge(PoolName pool, MinerAddress miner, Money threshold, Instant until, String token) {
    public ThresholdChallenge {
        until = Instant.ofEpochSecond(until.getEpochSecond());
    }

    /** The text to sign: one line of ASCII as long as the address is, so that no wallet can spell it otherwise. */
    public String text() {
        return "Motherlode pool " + pool + ": pay " + miner + " only from " + threshold.display()
                + " on. This may be used once and until " + until + ", token " + token;
    }
}
