package org.motherlode.ejb.books;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.books.WalletBooking;
import org.motherlode.model.payout.WalletMovement;
import org.motherlode.model.pool.PoolName;

/** What persons have booked of a wallet's movements. */
final class BookedMovements {
    /** SQL that is true of a row {@code w} of bookings that counts: the newest of its transaction, and no reversal. */
    static final String STANDS =
            " w.kind <> 'REVERSAL' AND NOT EXISTS (SELECT FROM wallet_booking n WHERE n.pool = w.pool"
                    + " AND n.transaction_id = w.transaction_id AND n.version > w.version)";

    private static final String FIND = "SELECT w.transaction_id, w.kind, w.amount, w.network_fee FROM wallet_booking w"
            + " WHERE w.pool = ? AND w.transaction_id = ANY (?) AND" + STANDS;

    private final Database database;
    private final PoolName pool;

    BookedMovements(Database database, PoolName pool) {
        this.database = database;
        this.pool = pool;
    }

    record Booked(WalletBooking.Kind kind, BigInteger amount, BigInteger fee) {
        /** Whether nothing of it is to be compared. */
        boolean isKnown() {
            return kind == WalletBooking.Kind.KNOWN;
        }

        String words() {
            return "it is booked as a " + kind + " of " + amount + " atoms"
                    + (fee.signum() == 0 ? "" : " and a network fee of " + fee);
        }
    }

    /** By transaction. */
    Map<String, Booked> of(List<String> transactions) {
        Map<String, Booked> booked = new HashMap<>();
        database.list(
                FIND,
                row -> booked.put(
                        row.getString("transaction_id"),
                        new Booked(
                                WalletBooking.Kind.valueOf(row.getString("kind")),
                                Values.whole(row, "amount"),
                                Values.whole(row, "network_fee"))),
                pool.text(),
                transactions.toArray(String[]::new));
        return booked;
    }

    static List<String> ids(List<WalletMovement> movements) {
        return movements.stream().map(WalletMovement::transactionId).toList();
    }
}
