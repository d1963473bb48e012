package org.motherlode.ejb.books;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.books.Invariant;
import org.motherlode.model.books.WalletBooking;
import org.motherlode.model.chain.ContestedPaymentException;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Asset;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.payout.WalletMovement;
import org.motherlode.model.pool.PoolName;

/**
 * I5 by the wallet, both ways: whatever it has sent is a payout, with its amount and fee, or booked by a person; and each
 * confirmed payout is in the chain. What the wallet has shown is kept in a table meanwhile, for it may be much.
 */
final class MovementsCheck {
    private static final int PORTION = 50;
    private static final String PAYOUTS = "SELECT transaction_id, number, state, total, network_fee FROM payout_batch"
            + " WHERE pool = ? AND transaction_id = ANY (?)";
    /** What a person has confirmed, or booked as known, the chain need not show. */
    private static final String UNSEEN = "SELECT b.number, b.total, b.transaction_id, b.network_fee, b.spends"
            + " FROM payout_batch b WHERE b.pool = ? AND b.state = 'CONFIRMED' AND b.changed_at <= ?"
            + " AND NOT EXISTS (SELECT FROM books_seen s WHERE s.pool = b.pool AND s.transaction_id = b.transaction_id)"
            + " AND NOT EXISTS (SELECT FROM wallet_booking w WHERE w.pool = b.pool AND w.transaction_id = b.transaction_id AND"
            + BookedMovements.STANDS + ")"
            + " AND NOT EXISTS (SELECT FROM payout_decision d WHERE d.batch = b.number AND d.decision = 'CONFIRM')"
            + " AND b.number < ? ORDER BY b.number DESC LIMIT " + PORTION;

    private final Database database;
    private final PoolName pool;
    private final Asset asset;
    private final Wallet wallet;
    private final Findings findings;
    private Instant since = Instant.EPOCH;

    MovementsCheck(Database database, PoolName pool, Asset asset, Wallet wallet) {
        this.database = database;
        this.pool = pool;
        this.asset = asset;
        this.wallet = wallet;
        this.findings = new Findings(pool, Invariant.MOVEMENTS);
    }

    private record Paid(long number, String state, BigInteger total, BigInteger fee) {}

    private record Confirmed(long number, BigInteger total, PreparedPayment payment) {}

    /** What is confirmed later is left to the next check: the wallet may have been asked before. */
    void begin() {
        since = database.first("SELECT now() AS now", row -> Values.instant(row, "now"))
                .orElseThrow();
        database.change("DELETE FROM books_seen WHERE pool = ?", pool.text());
    }

    void page(List<WalletMovement> moved) {
        List<WalletMovement> spent = moved.stream()
                .filter(movement -> movement.kind() == WalletMovement.Kind.SPENT)
                .toList();
        List<String> ids = BookedMovements.ids(spent);
        database.changeAll(
                "INSERT INTO books_seen (pool, transaction_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                ids.stream().map(id -> new Object[] {pool.text(), id}).toList());
        Map<String, Paid> payouts = payouts(ids);
        Map<String, BookedMovements.Booked> booked = new BookedMovements(database, pool).of(ids);
        for (WalletMovement movement : spent) {
            String id = movement.transactionId();
            wrong(movement, Optional.ofNullable(payouts.get(id)), Optional.ofNullable(booked.get(id)))
                    .ifPresent(words -> findings.add("transaction " + id + where(movement) + " took "
                            + movement.amount().display() + " and a network fee of "
                            + movement.fee().display() + " from the wallet, and " + words));
        }
    }

    private Map<String, Paid> payouts(List<String> ids) {
        Map<String, Paid> payouts = new HashMap<>();
        database.list(
                PAYOUTS,
                row -> payouts.put(
                        row.getString("transaction_id"),
                        new Paid(
                                row.getLong("number"),
                                row.getString("state"),
                                Values.whole(row, "total"),
                                Values.whole(row, "network_fee"))),
                pool.text(),
                ids.toArray(String[]::new));
        return payouts;
    }

    private static Optional<String> wrong(
            WalletMovement movement, Optional<Paid> payout, Optional<BookedMovements.Booked> booked) {
        BigInteger amount = movement.amount().atoms();
        BigInteger fee = movement.fee().atoms();
        if (booked.isPresent()) {
            BookedMovements.Booked its = booked.get();
            boolean equal = its.kind() == WalletBooking.Kind.WITHDRAWAL
                    && its.amount().add(its.fee()).equals(amount.add(fee));
            return its.isKnown() || equal ? Optional.empty() : Optional.of(its.words());
        }
        if (payout.isEmpty()) {
            return Optional.of("neither a payout nor a booking has it");
        }
        Paid its = payout.get();
        if (its.state().equals("RELEASED")) {
            // What can never be paid may still stand among what waits in the wallet.
            return movement.height().isPresent()
                    ? Optional.of("payout " + its.number() + ", whose transaction it is, was released")
                    : Optional.empty();
        }
        return its.total().equals(amount) && its.fee().equals(fee)
                ? Optional.empty()
                : Optional.of("payout " + its.number() + ", whose transaction it is, is over " + its.total()
                        + " atoms with a network fee of " + its.fee());
    }

    private static String where(WalletMovement movement) {
        return movement.height().isPresent()
                ? " at height " + movement.height().getAsLong()
                : ", which no block has yet,";
    }

    /** @param begin up to which height nothing was asked of the wallet */
    void end(long begin) throws NodeUnavailableException {
        List<Confirmed> unseen = unseen(Long.MAX_VALUE);
        while (!unseen.isEmpty()) {
            ask(unseen, begin);
            unseen = unseen(unseen.get(unseen.size() - 1).number());
        }
        database.change("DELETE FROM books_seen WHERE pool = ?", pool.text());
    }

    private List<Confirmed> unseen(long below) {
        return database.list(
                UNSEEN,
                row -> new Confirmed(row.getLong("number"), Values.whole(row, "total"), Payment.read(row, asset)),
                pool.text(),
                since,
                below);
    }

    private void ask(List<Confirmed> unseen, long begin) throws NodeUnavailableException {
        for (Confirmed payout : unseen) {
            String words =
                    "payout " + payout.number() + " over " + payout.total() + " atoms is confirmed in the books, and ";
            String id = payout.payment().transactionId();
            Optional<Long> height = height(payout.payment());
            if (height.isEmpty() || height.get() == IsInChain.NO_BLOCK) {
                findings.add(words + "no block of the chain has its transaction " + id);
            } else if (height.get() > begin) {
                findings.add(words + "the wallet does not list its transaction " + id + " at height " + height.get());
            }
        }
    }

    private Optional<Long> height(PreparedPayment payment) throws NodeUnavailableException {
        try {
            return wallet.fate(payment).fold(new IsInChain());
        } catch (ContestedPaymentException e) {
            return Optional.empty(); // no block has it, and another transaction spends what it would spend
        }
    }

    List<String> broken() {
        return findings.all();
    }
}
