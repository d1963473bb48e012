package org.motherlode.batch.order;

import java.util.Optional;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.Payouts;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;

/** Finds the payout that a person speaks of. What cannot be done throws with a sentence for the person. */
public record OpenPayouts(OpenPools pools, Locks locks, Payouts payouts) {
    /** Reads a job's parameter {@code payout}. */
    public static long number(String payout) {
        if (!payout.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("payout must be the number of a payout, not '" + payout + "'");
        }
        return Long.parseLong(payout);
    }

    /** Does it under the payout lock of the pool that has this payout open. */
    public String under(long number, Work work) {
        OpenPool pool = pools.all().stream()
                .filter(open -> find(open, number).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no open pool has an open payout " + number));
        Locks.Held lock = locks.tryLock("pay/" + pool.name())
                .orElseThrow(() -> new IllegalStateException(
                        "pool " + pool.name() + " is being paid at this moment: try again when that run is over"));
        try (lock) {
            PayoutBatch batch = find(pool, number)
                    .orElseThrow(() -> new IllegalStateException("payout " + number + " has come to its end"));
            return work.on(pool, batch, lock.fence());
        }
    }

    private Optional<PayoutBatch> find(OpenPool pool, long number) {
        return payouts.open(pool.name()).stream()
                .filter(batch -> batch.number() == number)
                .findFirst();
    }

    /** Gives one sentence about what was done. */
    @FunctionalInterface
    public interface Work {
        String on(OpenPool pool, PayoutBatch batch, Fence fence);
    }
}
