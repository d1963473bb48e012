package org.motherlode.ejb.threshold;

import java.util.Optional;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.terms.PoolFacts;
import org.motherlode.ejb.terms.TermsBook;
import org.motherlode.model.payout.ThresholdBounds;
import org.motherlode.model.pool.SettingException;

/** What payouts need to know of the miners' own thresholds, of which none is below the pool's. */
public final class OwnThresholds {
    private final Database database;
    private final PoolFacts pool;

    public OwnThresholds(Database database, PoolFacts pool) {
        this.database = database;
        this.pool = pool;
    }

    /**
     * SQL that is true of a balance below its owner's own threshold, where {@code a.pool} is his pool. It has one parameter: the
     * atoms of the highest threshold that counts, whatever stands in a row of former days.
     */
    public static String isShort(String owner, String balance) {
        return " coalesce((SELECT least(t.threshold, ?) > " + balance + " FROM miner_threshold t WHERE t.pool = a.pool"
                + " AND t.miner = " + owner + " AND t.effective_at <= now() ORDER BY t.number DESC LIMIT 1), false)";
    }

    /** Between what they lie now. */
    public ThresholdBounds bounds() {
        try {
            return ThresholdBounds.of(
                    pool.settings(), new TermsBook(database).payout(pool).threshold());
        } catch (SettingException e) { // such a pool was not opened
            throw new IllegalStateException("pool " + pool.pool() + ": " + e.getMessage(), e);
        }
    }

    /** An owner of a part of this payout who wants more to have come together, since a moment ago perhaps; empty if none does. */
    public Optional<String> above(long batch) {
        return database.first(
                "SELECT i.miner FROM payout_batch a JOIN payout_item i ON i.batch = a.number WHERE a.number = ? AND"
                        + isShort("i.miner", "i.amount") + " LIMIT 1",
                row -> row.getString("miner"),
                batch,
                bounds().most().atoms());
    }
}
