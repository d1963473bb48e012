package org.motherlode.ejb.history;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.motherlode.ejb.books.CheckedBooks;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.OneTransaction;
import org.motherlode.ejb.database.Values;
import org.motherlode.ejb.ledger.JdbcLedger;
import org.motherlode.ejb.payout.JdbcPayouts;
import org.motherlode.ejb.settlement.JdbcSettlement;
import org.motherlode.ejb.terms.PoolFacts;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;

/** A pool of its own in the database, one of many there, and the server's code on it. */
final class Ground {
    static final Asset XMR = new Asset("XMR", 12);
    static final short NODE = 7;
    static final long EPOCH = 1;
    private static final long SHARES = 1_000;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final PoolName pool;
    private final long number;
    private final OneTransaction transaction;
    private final PoolFacts facts;
    private Fence settling;
    private Fence paying;

    /** The server's code in one transaction. */
    record Ports(Database database, JdbcLedger ledger, JdbcSettlement settlement, JdbcPayouts payouts) {
        /** What is broken, by the check that the server makes of the whole books. */
        String broken(PoolName pool) {
            return new CheckedBooks(database, pool, XMR).check().toString();
        }
    }

    /** Dies before its commit. */
    private static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    Ground(DataSource source, PaperRules rules) {
        this.number = NUMBERS.incrementAndGet();
        this.pool = new PoolName("history-" + number);
        this.transaction = new OneTransaction(source);
        this.facts = new PoolFacts(pool, XMR, new Settings(rules.settings()), Ground::payable);
        this.settling = new Fence("settle/" + pool, 1);
        this.paying = new Fence("pay/" + pool, 1);
        whole(ports ->
                ports.database().change("INSERT INTO fence VALUES (?, 1), (?, 1)", settling.lock(), paying.lock()));
    }

    /** One life of one node has the shares of all pools. */
    static void prepare(DataSource source) {
        Database database = new Database(source);
        database.change("INSERT INTO pool_node (node) VALUES (?)", NODE);
        database.change(
                "INSERT INTO share_progress VALUES (?, ?, 0, 1000000000000, '2100-01-01 00:00:00+00', 1000000000000)",
                NODE,
                EPOCH);
    }

    /** Of this pool's n-th share. */
    long sequence(int share) {
        return number * SHARES + share;
    }

    private static AddressVerdict payable(String text) {
        return new AddressVerdict.Payable(new MinerAddress(text));
    }

    Fence settling() {
        return settling;
    }

    Fence paying() {
        return paying;
    }

    /** Committed as a whole, or not at all where it throws. */
    <T> T whole(Function<Ports, T> work) {
        try {
            return transaction.run(source -> work.apply(ports(source)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The same; who does it may die just before the commit, and another one, with newer locks, does it again.
     *
     * @param broken whether that happens
     */
    <T> T whole(boolean broken, Function<Ports, T> work) {
        if (broken) {
            try {
                whole(ports -> {
                    T unused = work.apply(ports);
                    throw new Death();
                });
            } catch (Death died) {
                settling = newer(settling);
                paying = newer(paying);
            }
        }
        return whole(work);
    }

    private Fence newer(Fence fence) {
        long number = whole(ports -> ports.database()
                .first(
                        "UPDATE fence SET number = number + 1, taken_at = now() WHERE lock = ? RETURNING number",
                        row -> row.getLong("number"),
                        fence.lock())
                .orElseThrow());
        return new Fence(fence.lock(), number);
    }

    private Ports ports(DataSource source) {
        Database database = new Database(source);
        JdbcLedger ledger = new JdbcLedger(database);
        return new Ports(
                database,
                ledger,
                new JdbcSettlement(database, () -> List.of(facts)),
                new JdbcPayouts(database, ledger, () -> List.of(facts)));
    }

    /** As in {@link PaperBooks#all}. */
    SortedMap<String, BigInteger> balances() {
        SortedMap<String, BigInteger> balances = new TreeMap<>();
        whole(ports -> ports.database()
                .list(
                        "SELECT concat_ws(' ', a.kind, nullif(a.owner, '')) AS name, b.balance FROM ledger_account a"
                                + " JOIN ledger_balance b ON b.account = a.number WHERE a.pool = ? AND b.balance <> 0",
                        row -> balances.put(row.getString("name"), Values.whole(row, "balance")),
                        pool.text()));
        return balances;
    }

    static Money money(BigInteger atoms) {
        return new Money(atoms, XMR);
    }
}
