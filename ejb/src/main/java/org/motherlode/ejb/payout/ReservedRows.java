package org.motherlode.ejb.payout;

import java.util.List;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PayoutTerms;
import org.motherlode.model.pool.PoolName;

/** Writes the rows of a new payout. */
record ReservedRows(Database database, PoolName pool) {
    private static final String RESERVE = "INSERT INTO payout_batch (pool, asset, total, begun_at)"
            + " VALUES (?, ?, ?, CASE WHEN ? THEN NULL ELSE now() END) RETURNING number";

    /** The terms of this moment: while the next payout was planned, which takes a wallet's minutes, somebody may have paused. */
    static PayoutTerms going(PoolName pool, PayoutTerms terms) {
        if (terms.paused()) {
            throw new IllegalStateException("pool " + pool + " was paused while its next payout was planned");
        }
        return terms;
    }

    /**
     * Gives its number.
     *
     * @param waits whether two persons must release it; the table has it wait also where only its own terms say so
     */
    long add(PaymentOrder order, boolean waits) {
        long number = add(order.total(), waits);
        List<Object[]> items = order.payments().entrySet().stream()
                .map(item -> new Object[] {
                    number, item.getKey().text(), item.getValue().atoms()
                })
                .toList();
        database.changeAll("INSERT INTO payout_item (batch, miner, amount) VALUES (?, ?, ?)", items);
        return number;
    }

    private long add(Money total, boolean waits) {
        try {
            return database.first(
                            RESERVE,
                            row -> row.getLong("number"),
                            pool.text(),
                            total.asset().code(),
                            total.atoms(),
                            waits)
                    .orElseThrow();
        } catch (DatabaseException e) {
            if (e.isBrokenRule()) {
                throw new IllegalStateException("a payout of pool " + pool + " is still open", e);
            }
            throw e;
        }
    }
}
