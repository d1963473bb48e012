package org.motherlode.ejb.books;

import java.util.List;
import java.util.Optional;
import org.motherlode.ejb.database.Database;
import org.motherlode.model.books.Invariant;
import org.motherlode.model.books.Verdict;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Asset;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.payout.WalletHoldings;
import org.motherlode.model.payout.WalletMovement;
import org.motherlode.model.payout.WalletRecords;
import org.motherlode.model.pool.PoolName;

/**
 * Compares a pool's wallet with the books. The wallet is asked first and the rows are read after it, so that whatever it has sent
 * is there; no transaction is open while it is asked. What it moved is read in portions of heights.
 */
final class WalletCheck {
    private static final String BEGIN = "SELECT height FROM books_begin WHERE pool = ? ORDER BY number DESC LIMIT 1";
    /** No lower than what the wallet has seen, and below the pool's first block if it has one already. */
    private static final String FIRST = "INSERT INTO books_begin (pool, height, actor, reason) SELECT ?, least(?,"
            + " coalesce((SELECT greatest(0, min(b.height) - 1) FROM pool_block b WHERE b.pool = ?), ?)),"
            + " 'motherlode', 'the first check'";

    private final Database database;
    private final PoolName pool;
    private final Asset asset;
    private final Wallet wallet;
    private final int heights;

    /** @param heights asked for at once */
    WalletCheck(Database database, PoolName pool, Asset asset, Wallet wallet, int heights) {
        this.database = database;
        this.pool = pool;
        this.asset = asset;
        this.wallet = wallet;
        this.heights = heights;
    }

    /** Of what only a wallet and a chain can tell. */
    List<Verdict> ask() {
        Optional<WalletRecords> records = wallet.records();
        if (records.isEmpty()) {
            String why = "the package of this pool's chain does not tell what its wallet holds and has moved";
            return List.of(
                    Verdict.untold(Invariant.FUNDS, why),
                    Verdict.untold(Invariant.MOVEMENTS, why),
                    Verdict.untold(Invariant.INCOME, why));
        }
        try {
            return compare(records.get());
        } catch (NodeUnavailableException e) {
            String why = String.valueOf(e.getMessage());
            return List.of(
                    Verdict.unknown(Invariant.FUNDS, why),
                    Verdict.unknown(Invariant.MOVEMENTS, why),
                    Verdict.unknown(Invariant.INCOME, why));
        }
    }

    private List<Verdict> compare(WalletRecords records) throws NodeUnavailableException {
        MovementsCheck movements = new MovementsCheck(database, pool, asset, wallet);
        FundsCheck funds = new FundsCheck(database, pool, asset, wallet);
        WalletHoldings holdings = funds.look(records);
        long begin = begin(holdings.height());
        IncomeCheck income = new IncomeCheck(database, pool, asset);
        movements.begin();
        Optional<String> unasked = Optional.empty();
        for (long low = begin; low < holdings.height(); low += heights) {
            long page = low;
            long high = Math.min(low + heights, holdings.height());
            List<WalletMovement> moved = records.movements(low, high);
            movements.page(moved);
            if (unasked.isEmpty()) {
                unasked = away(() -> income.page(new IncomeCheck.Page(page, high, moved), records));
            }
        }
        movements.page(holdings.movements().stream()
                .filter(movement -> movement.height().isEmpty())
                .toList());
        Optional<String> open = away(() -> movements.end(begin));
        return List.of(
                funds.verdict(),
                verdict(Invariant.MOVEMENTS, movements.broken(), open),
                verdict(Invariant.INCOME, income.broken(), unasked));
    }

    /** What was found is told, even where something else could not be asked. */
    private static Verdict verdict(Invariant invariant, List<String> broken, Optional<String> unknown) {
        return broken.isEmpty() && unknown.isPresent()
                ? Verdict.unknown(invariant, unknown.get())
                : Verdict.of(invariant, broken);
    }

    /** A question to the node for one of the rules; the others do not depend on it. */
    private interface Question {
        void ask() throws NodeUnavailableException;
    }

    private static Optional<String> away(Question question) {
        try {
            question.ask();
            return Optional.empty();
        } catch (NodeUnavailableException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private long begin(long seen) {
        if (database.first(BEGIN, row -> true, pool.text()).isEmpty()) {
            database.change(FIRST, pool.text(), seen, pool.text(), seen);
        }
        return database.first(BEGIN, row -> row.getLong("height"), pool.text()).orElseThrow();
    }
}
