package org.motherlode.ejb.view;

import java.math.BigInteger;
import java.util.Optional;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;

/** The terms that are in force now; none before the pool has settled or paid for the first time. */
final class TermRows {
    private final Reads reads;

    TermRows(Reads reads) {
        this.reads = reads;
    }

    /** The fee for a block of this height. */
    Optional<BasisPoints> fee(PoolName pool, long height) {
        return reads
                .list(
                        "SELECT fee_basis_points FROM scheme_terms WHERE pool = ? AND effective_from_height <= ?"
                                + " ORDER BY version DESC LIMIT 1",
                        row -> new BasisPoints(row.getInt("fee_basis_points")),
                        pool.text(),
                        height)
                .stream()
                .findFirst();
    }

    Optional<Money> threshold(PoolName pool, Asset asset) {
        return reads
                .list(
                        "SELECT threshold FROM payout_terms WHERE pool = ? AND effective_from <= now()"
                                + " ORDER BY version DESC LIMIT 1",
                        row -> Values.whole(row, "threshold"),
                        pool.text())
                .stream()
                .findFirst()
                .map((BigInteger atoms) -> new Money(atoms, asset));
    }
}
