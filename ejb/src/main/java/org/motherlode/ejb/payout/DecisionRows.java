package org.motherlode.ejb.payout;

import org.motherlode.ejb.database.Database;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutDecision;

/** What persons decided of payouts in review. */
record DecisionRows(Database database) {
    /** Throws if it is not for the payout's state. */
    void keep(PayoutBatch batch, PayoutDecision decision) {
        if (!decision.kind().isFor(batch.state())) {
            throw new IllegalStateException(
                    "payout " + batch.number() + " is " + batch.state() + ", " + decision.kind() + " is not for that");
        }
        database.change(
                "INSERT INTO payout_decision (batch, decision, actor, reason, chain_says) VALUES (?, ?, ?, ?, ?)",
                batch.number(),
                decision.kind().name(),
                decision.actor(),
                decision.reason(),
                decision.chainSays());
    }
}
