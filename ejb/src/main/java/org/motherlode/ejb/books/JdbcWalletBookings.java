package org.motherlode.ejb.books;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
                    + " reason, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String LAST = "SELECT coalesce(max(version), 0) AS version FROM wallet_booking"
            + " WHERE pool = ? AND transaction_id = ?";
    private static final String BOOKED =
            "SELECT 'booked already, as a ' || w.kind || ' of ' || w.amount || ' atoms by ' || w.actor"
                    + " AS words FROM wallet_booking w WHERE w.pool = ? AND w.transaction_id = ? AND"
                    + BookedMovements.STANDS;
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
        int last = last(booking);
        List<Transfer> transfers = booking.kind() == WalletBooking.Kind.REVERSAL
                ? new BookingReversal(database, booking, last).transfers()
                : anew(booking, last + 1);
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
                booking.reason(),
                last + 1);
        return "booked " + booking.transactionId() + " as a " + booking.kind()
                + transfers.stream()
                        .map(moved -> ", " + moved.amount().display() + " from "
                                + moved.from().kind().text() + " to "
                                + moved.to().kind().text())
                        .reduce("", String::concat);
    }

    private int last(WalletBooking booking) {
        return database.first(LAST, row -> row.getInt("version"), booking.pool().text(), booking.transactionId())
                .orElseThrow();
    }

    private List<Transfer> anew(WalletBooking booking, int version) {
        requireNew(booking);
        String event = event(booking, version);
        return switch (booking.kind()) {
            case KNOWN -> List.of();
            case DEPOSIT ->
                List.of(new Transfer(
                        event,
                        Account.of(booking.pool(), AccountKind.WALLET),
                        Account.of(booking.pool(), AccountKind.CAPITAL),
                        booking.amount()));
            case WITHDRAWAL -> withdrawal(booking, event);
            case REVERSAL -> throw new IllegalArgumentException("a reversal is of what is booked");
        };
    }

    /** The first version's name is plain. */
    static String event(WalletBooking booking, int version) {
        return "wallet/" + booking.pool() + "/" + booking.transactionId() + (version == 1 ? "" : "/" + version);
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

    private List<Transfer> withdrawal(WalletBooking booking, String event) {
        Standing standing = standing(booking);
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
        Account wallet = Account.of(booking.pool(), AccountKind.WALLET);
        Map<AccountKind, BigInteger> parts =
                new EnumMap<>(Map.of(AccountKind.FEES, fromFees, AccountKind.CAPITAL, wanted.subtract(fromFees)));
        parts.forEach((kind, atoms) -> {
            if (atoms.signum() > 0) {
                Money part = new Money(atoms, booking.amount().asset());
                transfers.add(new Transfer(event, Account.of(booking.pool(), kind), wallet, part));
            }
        });
        return transfers;
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

    private static String show(WalletBooking booking, BigInteger atoms) {
        return new Money(atoms, booking.amount().asset()).display();
    }
}
