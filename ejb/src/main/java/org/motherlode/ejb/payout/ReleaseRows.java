package org.motherlode.ejb.payout;

import java.util.List;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutRelease;

/** What persons said of payouts that wait for two of them. */
record ReleaseRows(Database database) {
    void keep(PayoutBatch batch, PayoutRelease release) {
        if (!batch.waits()) {
            throw new IllegalStateException("payout " + batch.number() + " is " + batch.state()
                    + (batch.begun() ? " and on its way" : "") + ": it does not wait for anybody's release");
        }
        try {
            database.change(
                    "INSERT INTO payout_release (batch, decision, actor, reason) VALUES (?, ?, ?, ?)",
                    batch.number(),
                    release.kind().name(),
                    release.actor(),
                    release.reason());
        } catch (DatabaseException e) {
            if (e.isBrokenRule()) {
                throw new IllegalStateException(
                        release.actor() + " has released payout " + batch.number()
                                + " already: it takes a second person",
                        e);
            }
            throw e;
        }
    }

    /** Else the same payout would be planned again at once. */
    void hold(PayoutBatch batch, PayoutRelease refusal) {
        String why = "payout " + batch.number() + " was refused: " + refusal.reason();
        List<Object[]> holds = batch.order().payments().keySet().stream()
                .map(miner -> new Object[] {batch.pool().text(), miner.text(), refusal.actor(), why})
                .toList();
        database.changeAll(
                "INSERT INTO payout_hold (pool, miner, held, actor, reason) VALUES (?, ?, true, ?, ?)", holds);
    }

    void begin(PayoutBatch batch) {
        int changed = database.change(
                "UPDATE payout_batch SET begun_at = now() WHERE number = ? AND pool = ? AND begun_at IS NULL",
                batch.number(),
                batch.pool().text());
        if (changed != 1) {
            throw new IllegalStateException("payout " + batch.number() + " does not wait any more");
        }
    }
}
