package org.motherlode.ejb.payout;

import java.util.List;
import java.util.Optional;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.payout.DaySpending;
import org.motherlode.model.payout.PayoutOutlook;
import org.motherlode.model.pool.PoolName;

/** What the day's bound counts, what the last check of the books said, and what a dry run found. */
record OutlookRows(Database database, PoolName pool) {
    private static final String SPENT = "SELECT begun_at, total FROM payout_batch"
            + " WHERE pool = ? AND begun_at > now() - make_interval(secs => ?) AND state <> 'RELEASED'"
            + " AND NOT EXISTS (SELECT FROM payout_release r WHERE r.batch = number AND r.decision = 'RELEASE')"
            + " ORDER BY begun_at";
    private static final String WRONG = "SELECT w.words FROM books_wrong(?) w (words) WHERE w.words <> ''";
    private static final String TRIED =
            "INSERT INTO payout_dry_run (pool, miner, amount, reason, words, until) VALUES (?, ?, ?, ?, ?, ?::timestamptz)";

    DaySpending spent() {
        return new DaySpending(database.list(
                SPENT,
                row -> new DaySpending.Begun(Values.instant(row, "begun_at"), Values.whole(row, "total")),
                pool.text(),
                DaySpending.DAY.toSeconds()));
    }

    Optional<String> wrongBooks() {
        return database.first(WRONG, row -> row.getString("words"), pool.text());
    }

    void keep(PayoutOutlook outlook) {
        database.change("DELETE FROM payout_dry_run WHERE pool = ?", pool.text());
        List<Object[]> lines = outlook.miners().entrySet().stream()
                .map(line -> new Object[] {
                    pool.text(),
                    line.getKey().text(),
                    line.getValue().amount().atoms(),
                    line.getValue().prospect().reason().name(),
                    line.getValue().prospect().words(),
                    line.getValue().prospect().until()
                })
                .toList();
        database.changeAll(TRIED, lines);
    }
}
