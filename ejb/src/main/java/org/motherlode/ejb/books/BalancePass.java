package org.motherlode.ejb.books;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.ejb.ledger.LedgerLock;
import org.motherlode.model.books.Invariant;
import org.motherlode.model.pool.PoolName;

/**
 * Sums all transfers of a pool from the first on, beside the balances and beside the sums of the check before each reservation.
 * Those that are there can be summed while others come, for a later one has a higher number; only the last portion, which
 * compares, keeps the pool's money still.
 */
final class BalancePass {
    /** Some seconds' work, far within the time-out of a statement. */
    static final int TRANSFERS = 200_000;

    private static final String REACHED = "SELECT max(n.number) AS reached FROM (SELECT t.number FROM ledger_transfer t"
            + " WHERE t.pool = ? AND t.number > ? ORDER BY t.number LIMIT ?) n";
    private static final String SUM = "INSERT INTO books_sum AS kept (account, sum) SELECT m.account, sum(m.amount)"
            + " FROM ledger_transfer t, LATERAL (VALUES (t.to_account, t.amount), (t.from_account, -t.amount))"
            + " m (account, amount) WHERE t.pool = ? AND t.number > ? AND t.number <= ? GROUP BY m.account"
            + " ON CONFLICT (account) DO UPDATE SET sum = kept.sum + excluded.sum";
    private static final String MORE =
            "SELECT 1 FROM ledger_transfer t WHERE t.pool = ? AND t.number > ? ORDER BY t.number LIMIT 1";
    private static final String NAME = "concat_ws(' ', a.kind, nullif(a.owner, ''))";
    private static final String WRONG_SUMS = "SELECT a.asset, sum(b.balance) AS rest FROM ledger_account a"
            + " JOIN ledger_balance b ON b.account = a.number WHERE a.pool = ? GROUP BY a.asset HAVING sum(b.balance) <> 0";
    private static final String WRONG_BALANCES = "SELECT " + NAME + " AS name, b.balance, coalesce(s.sum, 0) AS sum"
            + " FROM ledger_account a LEFT JOIN ledger_balance b ON b.account = a.number"
            + " LEFT JOIN books_sum s ON s.account = a.number"
            + " WHERE a.pool = ? AND b.balance IS DISTINCT FROM coalesce(s.sum, 0) ORDER BY a.number LIMIT 100";
    private static final String OVERDRAWN = "SELECT " + NAME + " AS name, b.balance FROM ledger_account a"
            + " JOIN ledger_balance b ON b.account = a.number WHERE a.pool = ? AND a.kind LIKE 'miner:%' AND b.balance < 0"
            + " ORDER BY a.number LIMIT 100";

    private final Database database;
    private final PoolName pool;
    private final PassRows rows;

    BalancePass(Database database, PoolName pool) {
        this.database = database;
        this.pool = pool;
        this.rows = new PassRows(database, pool);
    }

    /** I1. */
    boolean advance(int most) {
        long from = rows.of(Invariant.BALANCES).reached();
        long reached = sum(from, most);
        if (reached != from && isMore(reached)) {
            return false;
        }
        new LedgerLock(database).take(pool);
        long last = sum(reached, most);
        if (isMore(last)) {
            return false;
        }
        rows.found(Invariant.BALANCES, wrong());
        database.change(
                "DELETE FROM books_sum WHERE account IN (SELECT number FROM ledger_account WHERE pool = ?)",
                pool.text());
        rows.end(Invariant.BALANCES, "all transfers up to number " + last + " were summed");
        return true;
    }

    private long sum(long from, int most) {
        long reached = database.list(
                        REACHED,
                        row -> Values.maybeWhole(row, "reached").map(BigInteger::longValueExact),
                        pool.text(),
                        from,
                        most)
                .get(0)
                .orElse(from);
        database.change(SUM, pool.text(), from, reached);
        rows.found(Invariant.BALANCES, new StrayTransfers(database, pool).between(from, reached));
        rows.reach(Invariant.BALANCES, reached);
        return reached;
    }

    private boolean isMore(long reached) {
        return database.first(MORE, row -> true, pool.text(), reached).isPresent();
    }

    private List<String> wrong() {
        List<String> wrong = new ArrayList<>(database.list(
                WRONG_SUMS,
                row -> "all balances in " + row.getString("asset") + " sum to " + Values.whole(row, "rest")
                        + " and not to 0",
                pool.text()));
        wrong.addAll(database.list(
                WRONG_BALANCES,
                row -> row.getString("name") + " is "
                        + Values.maybeWhole(row, "balance")
                                .map(Object::toString)
                                .orElse("nowhere")
                        + " and its transfers sum to " + Values.whole(row, "sum"),
                pool.text()));
        return wrong;
    }

    /** I3. */
    boolean overdrafts() {
        rows.found(
                Invariant.OVERDRAFTS,
                database.list(
                        OVERDRAWN,
                        row -> row.getString("name") + " is " + Values.whole(row, "balance")
                                + " and must not be below 0",
                        pool.text()));
        rows.end(Invariant.OVERDRAFTS, "all accounts of miners were looked at");
        return true;
    }
}
