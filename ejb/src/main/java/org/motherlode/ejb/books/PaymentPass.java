package org.motherlode.ejb.books;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.books.Invariant;
import org.motherlode.model.pool.PoolName;

/** I5 as far as the books alone can tell it: what each payout posted by its state, many payouts in a portion. */
final class PaymentPass {
    private static final int PAYOUTS = 500;
    private static final String MOVED = "(SELECT coalesce(sum(t.amount), 0) FROM ledger_transfer t"
            + " JOIN ledger_account f ON f.number = t.from_account JOIN ledger_account o ON o.number = t.to_account"
            + " WHERE t.event = 'pay/' || b.pool || '/' || b.number || '/%s' AND f.kind = '%s' AND o.kind = '%s')";
    /** Items of which no equal transfer is there. */
    private static final String ALONE = "(SELECT i.miner || ' ' || i.amount FROM payout_item i WHERE i.batch = b.number"
            + " AND NOT EXISTS (SELECT FROM ledger_transfer t JOIN ledger_account f ON f.number = t.from_account"
            + " WHERE t.event = 'pay/' || b.pool || '/' || b.number || '/' || CASE b.state WHEN 'CONFIRMED' THEN 'confirm'"
            + " WHEN 'RELEASED' THEN 'release' ELSE 'reserve' END AND t.amount = i.amount AND f.owner = i.miner)"
            + " ORDER BY i.miner LIMIT 1)";

    private static final String PORTION = "SELECT b.number, b.state, b.total, coalesce(b.network_fee, 0) AS fee,"
            + " (SELECT coalesce(sum(i.amount), 0) FROM payout_item i WHERE i.batch = b.number) AS items, "
            + MOVED.formatted("reserve", "miner:payable", "miner:reserved") + " AS reserved, "
            + MOVED.formatted("release", "miner:reserved", "miner:payable") + " AS released, "
            + MOVED.formatted("confirm", "miner:reserved", "wallet") + " AS paid, "
            + MOVED.formatted("confirm", "fees", "wallet") + " AS fee_paid, " + ALONE + " AS alone"
            + " FROM payout_batch b WHERE b.pool = ? AND b.number > ? ORDER BY b.number LIMIT " + PAYOUTS;
    private static final String RESERVED = "SELECT (SELECT coalesce(sum(v.balance), 0) FROM ledger_account a"
            + " JOIN ledger_balance v ON v.account = a.number WHERE a.pool = ? AND a.kind = 'miner:reserved') AS balance,"
            + " (SELECT coalesce(sum(b.total), 0) FROM payout_batch b WHERE b.pool = ?"
            + " AND b.state NOT IN ('CONFIRMED', 'RELEASED')) AS open";

    private final Database database;
    private final PoolName pool;
    private final PassRows rows;

    PaymentPass(Database database, PoolName pool) {
        this.database = database;
        this.pool = pool;
        this.rows = new PassRows(database, pool);
    }

    private record Posted(long number, List<String> wrong) {}

    boolean advance() {
        long from = rows.of(Invariant.PAYMENTS).reached();
        List<Posted> payouts = database.list(PORTION, PaymentPass::read, pool.text(), from);
        for (Posted payout : payouts) {
            rows.found(Invariant.PAYMENTS, payout.wrong());
            rows.reach(Invariant.PAYMENTS, payout.number());
        }
        if (payouts.size() == PAYOUTS) {
            return false;
        }
        rows.found(Invariant.PAYMENTS, reserved());
        rows.end(Invariant.PAYMENTS, "what all payouts posted was compared with their items and fees");
        return true;
    }

    private List<String> reserved() {
        return database
                .list(
                        RESERVED,
                        row -> Values.whole(row, "balance").equals(Values.whole(row, "open"))
                                ? ""
                                : "miner:reserved is " + Values.whole(row, "balance")
                                        + " in all, and the open payout is over " + Values.whole(row, "open"),
                        pool.text(),
                        pool.text())
                .stream()
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static Posted read(ResultSet row) throws SQLException {
        String state = row.getString("state");
        long number = row.getLong("number");
        boolean confirmed = state.equals("CONFIRMED");
        BigInteger total = Values.whole(row, "total");
        BigInteger none = BigInteger.ZERO;
        Comparison compared = new Comparison("payout " + number + " (" + state + ")");
        List<String> wrong = Stream.of(
                        compared.of("its items", Values.whole(row, "items"), total),
                        compared.of("what it reserved", Values.whole(row, "reserved"), total),
                        compared.of(
                                "what it gave back",
                                Values.whole(row, "released"),
                                state.equals("RELEASED") ? total : none),
                        compared.of("what it booked as paid", Values.whole(row, "paid"), confirmed ? total : none),
                        compared.of(
                                "what it booked as network fee",
                                Values.whole(row, "fee_paid"),
                                confirmed ? Values.whole(row, "fee") : none),
                        Optional.ofNullable(row.getString("alone"))
                                .map(item -> "payout " + number + " (" + state + "): no transfer has its item " + item)
                                .orElse(""))
                .filter(words -> !words.isEmpty())
                .limit(1)
                .toList();
        return new Posted(number, wrong);
    }

    private record Comparison(String subject) {
        String of(String what, BigInteger is, BigInteger should) {
            return is.equals(should) ? "" : subject + ": " + what + " is " + is + " and should be " + should;
        }
    }
}
