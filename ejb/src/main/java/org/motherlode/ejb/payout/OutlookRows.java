package org.motherlode.ejb.payout;

import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.payout.DaySpending;
import org.motherlode.model.pool.PoolName;

/** What the day's bound counts. */
record OutlookRows(Database database, PoolName pool) {
    private static final String SPENT = "SELECT begun_at, total FROM payout_batch"
            + " WHERE pool = ? AND begun_at > now() - make_interval(secs => ?) AND state <> 'RELEASED' ORDER BY begun_at";

    DaySpending spent() {
        return new DaySpending(database.list(
                SPENT,
                row -> new DaySpending.Begun(Values.instant(row, "begun_at"), Values.whole(row, "total")),
                pool.text(),
                DaySpending.DAY.toSeconds()));
    }
}
