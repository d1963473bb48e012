package org.motherlode.ejb.view;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.reward.SchemeTerms;

/** The terms that are in force now; none in the first seconds of a pool that is open for the first time. */
final class TermRows {
    private final Queries queries;

    TermRows(Queries queries) {
        this.queries = queries;
    }

    /** By which a block of this height is divided. */
    Optional<SchemeTerms> scheme(PoolName pool, long height) {
        Question newest = Question.of(SchemeTermsEntity.RULING, Map.of("pool", pool.text(), "height", height))
                .page(1, 0);
        return queries.list(SchemeTermsEntity.class, newest).stream()
                .findFirst()
                .map(SchemeTermsEntity::terms);
    }

    Optional<Money> threshold(PoolName pool, Asset asset) {
        Question newest = Question.of(PayoutTermsEntity.THRESHOLDS, pool).page(1, 0);
        return queries.list(BigInteger.class, newest).stream().findFirst().map(atoms -> new Money(atoms, asset));
    }
}
