package org.motherlode.ejb.books;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.ledger.JdbcLedger;
import org.motherlode.model.books.CheckScope;
import org.motherlode.model.books.Invariant;
import org.motherlode.model.books.Verdict;
import org.motherlode.model.books.WalletBooking;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.money.Asset;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.pool.PoolName;

/** Checks a pool's books as the job does, run by run. */
public record CheckedBooks(Database database, PoolName pool, Asset asset) {
    static final BooksTerms TERMS = new BooksTerms(Duration.ofHours(24), Duration.ofMinutes(10), 4, 2, 100);
    private static final List<Invariant> BY_ROWS =
            List.of(Invariant.BALANCES, Invariant.OVERDRAFTS, Invariant.BLOCKS, Invariant.PAYMENTS, Invariant.WEIGHTS);
    private static final AtomicLong RUNS = new AtomicLong();

    /** A whole check by the rows alone: what is broken then, by the invariant's code. */
    public Map<String, String> check() {
        PoolBooks books = books();
        books.begin(RUNS.incrementAndGet(), CheckScope.ALL);
        for (Invariant invariant : BY_ROWS) {
            for (boolean done = false; !done; ) {
                done = books.advance(invariant);
            }
        }
        return broken();
    }

    /** Has the wallet asked, and keeps what it says. */
    public Map<String, String> ask(Wallet wallet) {
        books().keep(verdicts(wallet));
        return broken();
    }

    /** What the wallet says, not kept. */
    public List<Verdict> verdicts(Wallet wallet) {
        return new WalletCheck(database, pool, asset, wallet, TERMS.walletBlocks()).ask();
    }

    public Map<String, String> broken() {
        Map<String, String> broken = new TreeMap<>();
        new ResultRows(database, pool)
                .all().stream()
                        .filter(result -> !result.broken().isEmpty())
                        .forEach(result -> broken.put(result.invariant(), result.broken()));
        return broken;
    }

    public String words() {
        return books().words();
    }

    public boolean isOpen() {
        return books().isOpen();
    }

    /** In the transaction of the database, under the pool's payout lock. */
    public String book(Fence fence, WalletBooking booking) {
        return new JdbcWalletBookings(database, new JdbcLedger(database)).book(fence, booking);
    }

    PoolBooks books() {
        return new PoolBooks(database, pool, asset, TERMS);
    }
}
