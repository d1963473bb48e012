package org.motherlode.model.payout;

import java.time.Instant;
import java.util.Optional;
import org.motherlode.model.pool.PoolName;

/**
 * A payout as it stands in the database.
 *
 * @param number unique and rising
 * @param prepared present from {@link PayoutState#PREPARED} on
 * @param begun whether it is on its way; false while two persons have to release it first
 * @param persons who have released it, two spellings of a name counted once
 */
public record PayoutBatch(
        long number,
        PoolName pool,
        PayoutState state,
        PaymentOrder order,
        Optional<PreparedPayment> prepared,
        Instant changedAt,
        boolean begun,
        int persons) {
    private static final int RELEASED_BY = 2;

    /** One that needs nobody's release. */
    public PayoutBatch(
            long number,
            PoolName pool,
            PayoutState state,
            PaymentOrder order,
            Optional<PreparedPayment> prepared,
            Instant changedAt) {
        this(number, pool, state, order, prepared, changedAt, true, 0);
    }

    /** Whether it is reserved and stands in no other payout's way, for two persons have to release it first. */
    public boolean waits() {
        return !begun && state == PayoutState.RESERVED;
    }

    /** Whether it waits no longer for persons, but for its turn. */
    public boolean isReleased() {
        return waits() && persons >= RELEASED_BY;
    }
}
