package org.motherlode.ejb.books;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.ejb.ledger.LedgerLock;
import org.motherlode.ejb.lock.Fences;
import org.motherlode.model.books.WalletBooking;
import org.motherlode.model.books.WalletBookings;
import org.motherlode.model.ledger.Account;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.ledger.Ledger;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.money.Money;

/**
 * {@link WalletBookings} on the ledger. A withdrawal takes the pool's fees first and then the operator's own coins, and never more
 * than what the books' wallet holds beyond what can be paid to miners, stands in a payout, or is carried over.
 */
final class JdbcWalletBookings implements WalletBookings {
    private static final String INSERT =
            "INSERT INTO wallet_booking (pool, transaction_id, kind, amount, network_fee, actor,"
                    + " reason) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String BOOKED =
            "SELECT 'booked already, as a ' || kind || ' of ' || amount || ' atoms by ' || actor"
                    + " AS words FROM wallet_booking WHERE pool = ? AND transaction_id = ?";
    private static final String PAID = "SELECT 'that of payout ' || number || ', which is ' || state AS words"
            + " FROM payout_batch WHERE pool = ? AND transaction_id = ? AND CASE ?::text WHEN 'KNOWN' THEN state <> 'CONFIRMED'"
            + " WHEN 'WITHDRAWAL' THEN state <> 'RELEASED' ELSE true END";
    private static final String STANDING = "SELECT"
            + " coalesce(-sum(b.balance) FILTER (WHERE a.kind = 'wallet'), 0) AS held,"
            + " coalesce(sum(b.balance) FILTER (WHERE a.kind IN ('miner:payable', 'miner:reserved')), 0) AS owed,"
            + " coalesce(sum(b.balance) FILTER (WHERE a.kind = 'carry'), 0) AS carried,"
            + " coalesce(sum(b.balance) FILTER (WHERE a.kind = 'fees'), 0) AS fees,"
            + " coalesce(sum(b.balance) FILTER (WHERE a.kind = 'capital'), 0) AS capital"
            + " FROM ledger_account a JOIN ledger_balance b ON b.account = a.number WHERE a.pool = ?";

    private final Database database;
    private final Ledger ledger;

    JdbcWalletBookings(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    private record Standing(BigInteger held, BigInteger owed, BigInteger carried, BigInteger fees, BigInteger capital) {
        /** What may be taken; never below zero. */
        BigInteger free() {
            BigInteger unowed = held.subtract(owed).subtract(carried.max(BigInteger.ZERO));
            return unowed.min(earned().add(capital.max(BigInteger.ZERO))).max(BigInteger.ZERO);
        }

        BigInteger earned() {
            return fees.max(BigInteger.ZERO);
        }
    }

    @Override
    public String book(Fence fence, WalletBooking booking) {
        new Fences(database).demand(fence, "pay/" + booking.pool());
        new LedgerLock(database).take(booking.pool());
        requireNew(booking);
        List<Transfer> transfers = transfers(booking);
        if (!transfers.isEmpty()) {
            ledger.post(fence, transfers);
        }
        database.change(
                INSERT,
                booking.pool().text(),
                booking.transactionId(),
                booking.kind().name(),
                booking.amount().atoms(),
                booking.fee().atoms(),
                booking.actor(),
                booking.reason());
        return "booked " + booking.transactionId() + " as a " + booking.kind()
                + transfers.stream()
                        .map(moved -> ", " + moved.amount().display() + " from "
                                + moved.from().kind().text() + " to "
                                + moved.to().kind().text())
                        .reduce("", String::concat);
    }

    private void requireNew(WalletBooking booking) {
        List<String> before = new ArrayList<>(database.list(
                BOOKED, row -> row.getString("words"), booking.pool().text(), booking.transactionId()));
        before.addAll(database.list(
                PAID,
                row -> row.getString("words"),
                booking.pool().text(),
                booking.transactionId(),
                booking.kind().name()));
        if (!before.isEmpty()) {
            throw new IllegalStateException("transaction " + booking.transactionId() + " is " + before.get(0));
        }
    }

    private List<Transfer> transfers(WalletBooking booking) {
        return switch (booking.kind()) {
            case KNOWN -> List.of();
            case DEPOSIT ->
                List.of(new Transfer(
                        event(booking),
                        Account.of(booking.pool(), AccountKind.WALLET),
                        Account.of(booking.pool(), AccountKind.CAPITAL),
                        booking.amount()));
            case WITHDRAWAL -> withdrawal(booking, standing(booking));
        };
    }

    private static List<Transfer> withdrawal(WalletBooking booking, Standing standing) {
        BigInteger wanted = booking.total().atoms();
        if (wanted.compareTo(standing.free()) > 0) {
            throw new IllegalStateException(booking.total().display() + " are more than the "
                    + show(booking, standing.free()) + " that are not owed to miners: the books' wallet holds "
                    + show(booking, standing.held()) + ", " + show(booking, standing.owed()) + " of it are miners' and "
                    + show(booking, standing.carried().max(BigInteger.ZERO))
                    + " carried over; coins of your own are booked by"
                    + " book-deposit first");
        }
        BigInteger fromFees = wanted.min(standing.earned());
        List<Transfer> transfers = new ArrayList<>();
        take(booking, AccountKind.FEES, fromFees, transfers);
        take(booking, AccountKind.CAPITAL, wanted.subtract(fromFees), transfers);
        return transfers;
    }

    private static void take(WalletBooking booking, AccountKind kind, BigInteger atoms, List<Transfer> transfers) {
        if (atoms.signum() > 0) {
            transfers.add(new Transfer(
                    event(booking),
                    Account.of(booking.pool(), kind),
                    Account.of(booking.pool(), AccountKind.WALLET),
                    new Money(atoms, booking.amount().asset())));
        }
    }

    private Standing standing(WalletBooking booking) {
        return database.first(
                        STANDING,
                        row -> new Standing(
                                Values.whole(row, "held"),
                                Values.whole(row, "owed"),
                                Values.whole(row, "carried"),
                                Values.whole(row, "fees"),
                                Values.whole(row, "capital")),
                        booking.pool().text())
                .orElseThrow();
    }

    private static String event(WalletBooking booking) {
        return "wallet/" + booking.pool() + "/" + booking.transactionId();
    }

    private static String show(WalletBooking booking, BigInteger atoms) {
        return new Money(atoms, booking.amount().asset()).display();
    }
}
