package org.motherlode.ejb.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of {@code scheme_terms}, as far as it is shown. */
@Entity(name = "SchemeTerms")
@Immutable
@Table(name = "scheme_terms")
@IdClass(TermsKey.class)
@NamedQuery(
        name = SchemeTermsEntity.FEES,
        query = "SELECT t.feeBasisPoints FROM SchemeTerms t WHERE t.pool = :pool AND t.effectiveFromHeight <= :height"
                + " ORDER BY t.version DESC")
class SchemeTermsEntity {
    static final String FEES = "SchemeTerms.fees";

    @Id
    @Column(name = "pool")
    String pool;

    @Id
    @Column(name = "version")
    int version;

    @Column(name = "effective_from_height")
    long effectiveFromHeight;

    @Column(name = "fee_basis_points")
    int feeBasisPoints;
}
