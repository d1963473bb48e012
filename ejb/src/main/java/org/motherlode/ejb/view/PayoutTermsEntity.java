package org.motherlode.ejb.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A row of {@code payout_terms}, as far as it is shown. */
@Entity(name = "PayoutTerms")
@Immutable
@Table(name = "payout_terms")
@IdClass(TermsKey.class)
@NamedQuery(
        name = PayoutTermsEntity.THRESHOLDS,
        query = "SELECT t.threshold FROM PayoutTerms t WHERE t.pool = :pool AND t.effectiveFrom <= instant"
                + " ORDER BY t.version DESC")
class PayoutTermsEntity {
    static final String THRESHOLDS = "PayoutTerms.thresholds";

    @Id
    @Column(name = "pool")
    String pool;

    @Id
    @Column(name = "version")
    int version;

    @Column(name = "effective_from")
    Instant effectiveFrom;

    @Column(name = "threshold")
    BigInteger threshold;
}
