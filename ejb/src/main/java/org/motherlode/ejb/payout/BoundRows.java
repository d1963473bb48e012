package org.motherlode.ejb.payout;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.payout.DaySpending;
import org.motherlode.model.pool.PoolName;

/** What waits because of the bounds in the terms. */
record BoundRows(Database database, PoolName pool) {
    private static final String WAITING =
            "SELECT b.number, b.created_at, (SELECT count(DISTINCT payout_person(r.actor))"
                    + " FROM payout_release r WHERE r.batch = b.number AND r.decision = 'RELEASE') AS persons"
                    + " FROM payout_batch b WHERE b.pool = ? AND b.state = 'RESERVED' AND b.begun_at IS NULL";

    /** The largest balance that is due and needs nobody's release: it is the next, and who comes after it waits for it. */
    private static final String DUE = "SELECT t.most_per_day, max(b.balance) AS due"
            + " FROM (SELECT * FROM payout_terms WHERE pool = ? AND effective_from <= now() ORDER BY version DESC LIMIT 1) t"
            + " JOIN ledger_account a ON a.pool = t.pool AND a.kind = 'miner:payable'"
            + " JOIN ledger_balance b ON b.account = a.number AND b.balance >= t.threshold"
            + " AND b.balance <= least(t.release_above, t.most_per_payout, t.most_per_day)"
            + " WHERE t.most_per_day IS NOT NULL AND NOT " + PayableRows.IS_HELD + " AND NOT" + PayableRows.IS_SHORT
            + " GROUP BY t.most_per_day";

    /** The pool may be closed, and its settings with what a miner may at most choose unknown. */
    private static final BigInteger ANY_THRESHOLD = BigInteger.TEN.pow(37);

    Optional<PayoutStanding.Waiting> waiting() {
        return database.first(
                WAITING,
                row -> new PayoutStanding.Waiting(
                        row.getLong("number"), Values.instant(row, "created_at"), row.getInt("persons")),
                pool.text());
    }

    /** When there is room for who is next; empty if there is now, or nobody is due. */
    Optional<Instant> usedUpUntil() {
        return database.first(
                        DUE,
                        row -> new Due(Values.whole(row, "due"), Values.whole(row, "most_per_day")),
                        pool.text(),
                        ANY_THRESHOLD)
                .flatMap(due -> due.waitsUntil(new OutlookRows(database, pool).spent()));
    }

    private record Due(BigInteger atoms, BigInteger most) {
        Optional<Instant> waitsUntil(DaySpending spent) {
            return spent.room(most).compareTo(atoms) < 0 ? Optional.of(spent.roomFor(atoms, most)) : Optional.empty();
        }
    }
}
