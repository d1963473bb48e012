package org.motherlode.ejb.ledger;

import org.motherlode.ejb.database.Database;
import org.motherlode.model.pool.PoolName;

/** Lets one transaction at a time move the money of a pool, so that none can lock balances in another's order. */
public final class LedgerLock {
    private final Database database;

    public LedgerLock(Database database) {
        this.database = database;
    }

    /** Held until the caller's transaction ends; taking it twice does no harm. */
    public void take(PoolName pool) {
        database.list(
                "SELECT pg_advisory_xact_lock(hashtextextended('motherlode/ledger/' || ?, 0))",
                row -> true,
                pool.text());
    }
}
