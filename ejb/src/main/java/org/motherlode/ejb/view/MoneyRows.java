package org.motherlode.ejb.view;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.view.PaymentView;

/** Balances and payments. */
final class MoneyRows {
    private static final String PAYMENTS = "SELECT b.number, i.miner, i.amount, b.state, b.transaction_id, b.proof,"
            + " b.created_at, b.changed_at FROM payout_item i JOIN payout_batch b ON b.number = i.batch";

    private final Reads reads;

    MoneyRows(Reads reads) {
        this.reads = reads;
    }

    /** Newest batch first; within a batch the larger amount first. */
    List<PaymentView> payments(PoolName pool, Asset asset, int limit, int offset) {
        return reads.list(
                PAYMENTS + " WHERE b.pool = ? ORDER BY b.number DESC, i.amount DESC, i.miner LIMIT ? OFFSET ?",
                row -> payment(row, asset),
                pool.text(),
                limit,
                offset);
    }

    List<PaymentView> paymentsOf(MinerKey miner, Asset asset, int limit, int offset) {
        return reads.list(
                PAYMENTS + " WHERE i.miner = ? AND b.pool = ? ORDER BY i.batch DESC LIMIT ? OFFSET ?",
                row -> payment(row, asset),
                miner.address(),
                miner.pool().text(),
                limit,
                offset);
    }

    /** The miner's accounts; one that was never used is not there. */
    Map<AccountKind, Money> balances(MinerKey miner, Asset asset) {
        return reads
                .list(
                        "SELECT a.kind, l.balance FROM ledger_account a JOIN ledger_balance l ON l.account = a.number"
                                + " WHERE a.pool = ? AND a.owner = ?",
                        row -> Map.entry(kind(row.getString("kind")), new Money(Values.whole(row, "balance"), asset)),
                        miner.pool().text(),
                        miner.address())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Money paid(MinerKey miner, Asset asset) {
        BigInteger atoms = reads.one(
                "SELECT sum(i.amount) AS paid FROM payout_item i JOIN payout_batch b ON b.number = i.batch"
                        + " WHERE i.miner = ? AND b.pool = ? AND b.state = 'CONFIRMED'",
                row -> Columns.sum(row, "paid"),
                miner.address(),
                miner.pool().text());
        return new Money(atoms, asset);
    }

    /** Transaction and proof are told once the chain has shown the transaction: before, it may never be sent. */
    private static PaymentView payment(ResultSet row, Asset asset) throws SQLException {
        PayoutState state = PayoutState.valueOf(row.getString("state"));
        boolean shown = state == PayoutState.SENT || state == PayoutState.CONFIRMED;
        return new PaymentView(
                row.getLong("number"),
                row.getString("miner"),
                new Money(Values.whole(row, "amount"), asset),
                state,
                Optional.ofNullable(row.getString("transaction_id")).filter(id -> shown),
                Optional.ofNullable(row.getString("proof")).filter(proof -> shown && !proof.isEmpty()),
                Values.instant(row, "created_at"),
                Values.instant(row, "changed_at"));
    }

    private static AccountKind kind(String text) {
        for (AccountKind kind : AccountKind.values()) {
            if (kind.text().equals(text)) {
                return kind;
            }
        }
        throw new IllegalStateException("an account of an unknown kind: " + text);
    }
}
