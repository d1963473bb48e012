package org.motherlode.ejb.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PreparedPayment;

/** A payout's transaction as far as the chain is asked for it: nothing that could be sent, and no proof. */
final class Payment {
    private static final Octets NOTHING = Octets.of(new byte[0]);

    private Payment() {}

    static PreparedPayment read(ResultSet row, Asset asset) throws SQLException {
        return new PreparedPayment(
                row.getString("transaction_id"),
                NOTHING,
                new Money(Values.whole(row, "network_fee"), asset),
                List.of(Values.texts(row, "spends")),
                "");
    }
}
