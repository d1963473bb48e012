package org.motherlode.ejb.books;

import java.math.BigInteger;
import java.util.List;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.books.WalletBooking;
import org.motherlode.model.ledger.Account;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.money.Money;

/**
 * Takes back what the last booking of a transaction posted: the same transfers the other way.
 *
 * @param last version of the transaction's bookings; 0 if there is none
 */
record BookingReversal(Database database, WalletBooking reversal, int last) {
    private static final String STANDS =
            "SELECT 1 FROM wallet_booking w WHERE w.pool = ? AND w.transaction_id = ? AND" + BookedMovements.STANDS;
    private static final String POSTED =
            "SELECT t.amount, f.kind AS from_kind, o.kind AS to_kind FROM ledger_transfer t"
                    + " JOIN ledger_account f ON f.number = t.from_account JOIN ledger_account o ON o.number = t.to_account"
                    + " WHERE t.event = ? AND t.pool = ? ORDER BY t.number";
    private static final String HELD = "SELECT coalesce(-sum(b.balance), 0) AS held FROM ledger_account a"
            + " JOIN ledger_balance b ON b.account = a.number WHERE a.pool = ? AND a.kind = 'wallet'";

    List<Transfer> transfers() {
        String pool = reversal.pool().text();
        if (database.first(STANDS, row -> true, pool, reversal.transactionId()).isEmpty()) {
            throw new IllegalStateException("transaction " + reversal.transactionId()
                    + " is not booked: only a booking that stands can be reversed");
        }
        String event = JdbcWalletBookings.event(reversal, last + 1);
        List<Transfer> back = database.list(
                POSTED,
                row -> new Transfer(
                        event,
                        account(row.getString("to_kind")),
                        account(row.getString("from_kind")),
                        new Money(Values.whole(row, "amount"), reversal.amount().asset())),
                JdbcWalletBookings.event(reversal, last),
                pool);
        requireHeld(back);
        return back;
    }

    private Account account(String kind) {
        return Account.of(reversal.pool(), AccountKind.of(kind));
    }

    /** No more than the books' wallet holds, of which a part is owed to miners: a reversal is believed, as a deposit is. */
    private void requireHeld(List<Transfer> back) {
        BigInteger taken = back.stream()
                .filter(transfer -> transfer.to().kind() == AccountKind.WALLET)
                .map(transfer -> transfer.amount().atoms())
                .reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger held = database.first(
                        HELD, row -> Values.whole(row, "held"), reversal.pool().text())
                .orElse(BigInteger.ZERO);
        if (taken.compareTo(held) > 0) {
            throw new IllegalStateException("the books' wallet holds "
                    + new Money(held, reversal.amount().asset()).display() + ", less than the "
                    + new Money(taken, reversal.amount().asset()).display()
                    + " of this booking: book first what came into the wallet beside it");
        }
    }
}
