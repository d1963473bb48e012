package org.motherlode.model.payout;

import java.time.Instant;
import java.util.Optional;
import org.motherlode.model.pool.PoolName;

/**
 * A payout as it stands in the database.
 *
 * @param number unique and rising
 * @param prepared present from {@link PayoutState#PREPARED} on
 */
public record PayoutBatch(
        long number,
        PoolName pool,
        PayoutState state,
        PaymentOrder order,
        Optional<PreparedPayment> prepared,
        Instant changedAt) {}
