package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.reward.Allotment;

/** The losses that were fixed. What they depend on moves with every payout, so they are written down once. */
final class LossBook {
    private static final String RECALLABLE = "SELECT a.owner, b.balance FROM ledger_account a"
            + " JOIN ledger_balance b ON b.account = a.number"
            + " WHERE a.pool = ? AND a.kind = 'miner:payable' AND a.owner = ANY (?) AND b.balance > 0";
    private static final String EARNED = "SELECT b.balance FROM ledger_account a"
            + " JOIN ledger_balance b ON b.account = a.number WHERE a.pool = ? AND a.kind = 'wallet'";

    private final Database database;

    LossBook(Database database) {
        this.database = database;
    }

    /** Reads the balances of now: the caller holds the pool's ledger until the loss is posted. */
    Loss fix(PoolName pool, long block, int round, Allotment allotment) {
        SortedMap<String, BigInteger> recalled = new TreeMap<>();
        String[] owners = allotment.credits().keySet().toArray(String[]::new);
        database.list(
                RECALLABLE,
                row -> recalled.put(row.getString("owner"), Values.whole(row, "balance")),
                pool.text(),
                owners);
        recalled.replaceAll((owner, payable) -> payable.min(allotment.credits().getOrDefault(owner, BigInteger.ZERO)));
        BigInteger earned = database.first(EARNED, row -> Values.whole(row, "balance"), pool.text())
                .map(BigInteger::negate)
                .orElse(BigInteger.ZERO);
        BigInteger capital = allotment.reward().atoms().subtract(earned).max(BigInteger.ZERO);
        Loss loss = new Loss(round, allotment, recalled, capital);
        write(block, loss);
        return loss;
    }

    private void write(long block, Loss loss) {
        database.change(
                "INSERT INTO block_loss (block, round, reward, recalled, lost, capital) VALUES (?, ?, ?, ?, ?, ?)",
                block,
                loss.round(),
                loss.allotment().reward().atoms(),
                loss.takenBack(),
                loss.lost(),
                loss.capital());
        List<Object[]> rows = loss.recalled().entrySet().stream()
                .map(part -> new Object[] {block, loss.round(), part.getKey(), part.getValue()})
                .toList();
        database.changeAll("INSERT INTO block_recall (block, round, owner, atoms) VALUES (?, ?, ?, ?)", rows);
    }

    /** A loss that was fixed; the allotment is what the block's first maturity booked. */
    Loss read(long block, int round, Allotment allotment) {
        SortedMap<String, BigInteger> recalled = new TreeMap<>();
        database.list(
                "SELECT owner, atoms FROM block_recall WHERE block = ? AND round = ?",
                row -> recalled.put(row.getString("owner"), Values.whole(row, "atoms")),
                block,
                round);
        BigInteger capital = database.first(
                        "SELECT capital FROM block_loss WHERE block = ? AND round = ?",
                        row -> Values.whole(row, "capital"),
                        block,
                        round)
                .orElseThrow(() -> new IllegalStateException("block " + block + " has no loss " + round));
        return new Loss(round, allotment, recalled, capital);
    }
}
