package org.motherlode.ejb.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.audit.PayoutAudit;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.pool.OpenPool;

/** Payouts with all their receivers, of whom a payout has no more than its terms allow. */
final class PayoutAuditRows {
    private static final String BATCH =
            "SELECT number, state, created_at, changed_at, transaction_id, network_fee, proof"
                    + " FROM payout_batch WHERE pool = ? AND ";

    private final Reads reads;
    private final boolean proofs;

    PayoutAuditRows(Reads reads, boolean proofs) {
        this.reads = reads;
        this.proofs = proofs;
    }

    Optional<PayoutAudit> of(OpenPool pool, long id) {
        return found(pool, "number = ?", id);
    }

    Optional<PayoutAudit> of(OpenPool pool, String transaction) {
        return found(pool, "state IN ('SENT', 'CONFIRMED') AND transaction_id = ?", transaction);
    }

    private Optional<PayoutAudit> found(OpenPool pool, String which, Object value) {
        return reads.list(BATCH + which, row -> read(row, pool), pool.name().text(), value).stream()
                .findFirst()
                .map(this::withReceivers);
    }

    private PayoutAudit withReceivers(PayoutAudit payout) {
        List<PayoutAudit.Receiver> receivers = reads.list(
                "SELECT miner, amount FROM payout_item WHERE batch = ? ORDER BY miner",
                row -> new PayoutAudit.Receiver(row.getString("miner"), Values.whole(row, "amount")),
                payout.id());
        return payout.with(receivers);
    }

    private PayoutAudit read(ResultSet row, OpenPool pool) throws SQLException {
        PayoutState state = PayoutState.valueOf(row.getString("state"));
        boolean shown = state == PayoutState.SENT || state == PayoutState.CONFIRMED;
        return new PayoutAudit(
                pool.name(),
                pool.chain().id(),
                pool.chain().asset(),
                row.getLong("number"),
                state,
                Values.instant(row, "created_at"),
                Values.instant(row, "changed_at"),
                shown ? Optional.of(transaction(row)) : Optional.empty(),
                List.of());
    }

    private PayoutAudit.Transaction transaction(ResultSet row) throws SQLException {
        return new PayoutAudit.Transaction(
                row.getString("transaction_id"),
                Values.whole(row, "network_fee"),
                Optional.of(row.getString("proof")).filter(proof -> proofs));
    }
}
