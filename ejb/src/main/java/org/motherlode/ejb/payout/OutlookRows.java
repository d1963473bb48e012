package org.motherlode.ejb.payout;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.payout.DaySpending;
import org.motherlode.model.payout.PayoutOutlook;
import org.motherlode.model.pool.PoolName;

/** What the day's bound counts, what the last check of the books said, and what a dry run found. */
record OutlookRows(Database database, PoolName pool) {
    /** What is open may leave at any moment still, so it counts as if it left now; what is confirmed left before that. */
    private static final String SPENT = "SELECT b.at, b.total FROM ("
            + "SELECT now() AS at, number, total FROM payout_batch WHERE pool = ? AND begun_at IS NOT NULL AND "
            + BatchRows.IS_OPEN + " UNION ALL SELECT changed_at, number, total FROM payout_batch"
            + " WHERE pool = ? AND state = 'CONFIRMED' AND changed_at > now() - make_interval(secs => ?)) b"
            + " WHERE NOT EXISTS (SELECT FROM payout_release r WHERE r.batch = b.number AND r.decision = 'RELEASE')"
            + " ORDER BY b.at";
    /** Some seconds' work, far within the time-out of a statement. */
    private static final int TRANSFERS_A_CHECK = 500_000;

    private static final String WRONG = "SELECT w.words FROM books_wrong(?) w (words) WHERE w.words <> ''";
    // One statement, for very many miners may be due.
    private static final String TRIED = "INSERT INTO payout_dry_run (pool, miner, amount, reason, words, until)"
            + " SELECT ?, t.miner, t.amount, t.reason, t.words, nullif(t.until, '')::timestamptz"
            + " FROM unnest(?, ?, ?, ?, ?) AS t (miner, amount, reason, words, until)";

    DaySpending spent() {
        return new DaySpending(database.list(
                SPENT,
                row -> new DaySpending.Begun(Values.instant(row, "at"), Values.whole(row, "total")),
                pool.text(),
                pool.text(),
                DaySpending.DAY.toSeconds()));
    }

    /** What the transfers that are new say of the balances, summed now. */
    Optional<String> provenWrong() {
        return database.first(
                        "SELECT ledger_prove(?, ?) AS words",
                        row -> row.getString("words"),
                        pool.text(),
                        TRANSFERS_A_CHECK)
                .filter(words -> !words.isEmpty());
    }

    Optional<String> wrongBooks() {
        return database.first(WRONG, row -> row.getString("words"), pool.text());
    }

    void keep(PayoutOutlook outlook) {
        database.change("DELETE FROM payout_dry_run WHERE pool = ?", pool.text());
        List<Map.Entry<MinerAddress, PayoutOutlook.Line>> lines =
                List.copyOf(outlook.miners().entrySet());
        database.change(
                TRIED,
                pool.text(),
                texts(lines, line -> line.getKey().text()),
                lines.stream().map(line -> line.getValue().amount().atoms()).toArray(BigInteger[]::new),
                texts(lines, line -> line.getValue().prospect().reason().name()),
                texts(lines, line -> line.getValue().prospect().words()),
                texts(lines, line -> line.getValue()
                        .prospect()
                        .until()
                        .map(Instant::toString)
                        .orElse("")));
    }

    private static String[] texts(
            List<Map.Entry<MinerAddress, PayoutOutlook.Line>> lines,
            Function<Map.Entry<MinerAddress, PayoutOutlook.Line>, String> cell) {
        return lines.stream().map(cell).toArray(String[]::new);
    }
}
