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

    /** What goes by itself fits into the day, by the terms and the payouts of this moment; throws if it does not. */
    void demandRoom(PayoutTerms terms, Money total) {
        boolean fits = terms.limits()
                .mostPerDay()
                .map(most -> new OutlookRows(database, pool).spent().room(most.atoms()))
                .map(room -> total.atoms().compareTo(room) <= 0)
                .orElse(true);
        if (!fits) {
            throw new IllegalStateException("pool " + pool + ": what may be paid within 24 hours has no room for "
                    + total.display() + " any more since this payout was planned; the next run plans anew");
        }
    }

    /**
     * Nothing of it was signed, and somebody in it is not to be paid now. Gives how many rows were changed: 0 where it has left
     * its state, or waits for two persons.
     */
    int takeBack(long batch, String why) {
        return database.change(
                "UPDATE payout_batch SET state = 'RELEASED', taken_back = true, words = ? WHERE number = ? AND pool = ?"
                        + " AND state = 'RESERVED' AND begun_at IS NOT NULL",
                why,
                batch,
                pool.text());
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
