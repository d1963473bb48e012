package org.motherlode.ejb.payout;

import java.util.Optional;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.terms.PoolFacts;
import org.motherlode.ejb.threshold.OwnThresholds;

/**
 * Whether each part of a reserved payout may still be paid. Since it was planned a person may have put its miner on hold, or he
 * may want more to have come together.
 */
record ReservedParts(Database database, PoolFacts pool) {
    private static final String HELD =
            "SELECT i.miner FROM payout_batch a JOIN payout_item i ON i.batch = a.number WHERE a.number = ? AND "
                    + PayableRows.isHeld("i.miner") + " ORDER BY i.miner LIMIT 1";

    /** What keeps it from being paid, in a sentence that names the miner; empty if nothing does. */
    Optional<String> against(long batch) {
        return database.first(HELD, row -> row.getString("miner"), batch)
                .map(miner -> miner + " is on hold since this payout was planned; the next run plans anew")
                .or(() -> new OwnThresholds(database, pool)
                        .above(batch)
                        .map(miner ->
                                miner + " has a threshold of its own above this payout's part since it was planned;"
                                        + " the next run plans anew"));
    }

    /** Throws if anything does. */
    void demand(long batch) {
        against(batch).ifPresent(why -> {
            throw new IllegalStateException("pool " + pool.pool() + ": " + why);
        });
    }
}
