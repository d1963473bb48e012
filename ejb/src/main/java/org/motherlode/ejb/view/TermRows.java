package org.motherlode.ejb.view;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;

/** The terms that are in force now; none in the first seconds of a pool that is open for the first time. */
final class TermRows {
    private final Queries queries;

    TermRows(Queries queries) {
        this.queries = queries;
    }

    /** The fee for a block of this height. */
    Optional<BasisPoints> fee(PoolName pool, long height) {
        Question newest = Question.of(SchemeTermsEntity.FEES, Map.of("pool", pool.text(), "height", height))
                .page(1, 0);
        return queries.list(Integer.class, newest).stream().findFirst().map(BasisPoints::new);
    }

    Optional<Money> threshold(PoolName pool, Asset asset) {
        Question newest = Question.of(PayoutTermsEntity.THRESHOLDS, pool).page(1, 0);
        return queries.list(BigInteger.class, newest).stream().findFirst().map(atoms -> new Money(atoms, asset));
    }
}
