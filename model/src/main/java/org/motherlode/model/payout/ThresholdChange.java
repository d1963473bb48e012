package org.motherlode.model.payout;

import java.time.Instant;
import org.motherlode.model.money.Money;

/**
 * A threshold that a miner was given.
 *
 * @param effectiveAt from when on it counts, unless a later change counts already
 */
public record ThresholdChange(Money threshold, Instant changedAt, Instant effectiveAt, Proof proof) {
    /** Why it was believed. */
    public enum Proof {
        /** The address's owner signed it. */
        SIGNATURE,
        /** The operator has written it, with his name and a reason. */
        OPERATOR
    }
}
