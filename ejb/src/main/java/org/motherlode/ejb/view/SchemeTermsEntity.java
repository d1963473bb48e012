package org.motherlode.ejb.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.motherlode.ejb.terms.SchemeColumns;
import org.motherlode.model.reward.SchemeTerms;

/** A row of {@code scheme_terms}, as far as it rules. */
@Entity(name = "SchemeTerms")
@Immutable
@Table(name = "scheme_terms")
@IdClass(TermsKey.class)
@NamedQuery(
        name = SchemeTermsEntity.RULING,
        query = "SELECT t FROM SchemeTerms t WHERE t.pool = :pool AND (t.effectiveFromHeight <= :height"
                + " OR t.effectiveFromHeight = (SELECT min(f.effectiveFromHeight) FROM SchemeTerms f WHERE f.pool = :pool))"
                + " ORDER BY t.version DESC")
class SchemeTermsEntity {
    static final String RULING = "SchemeTerms.ruling";

    @Id
    @Column(name = "pool")
    String pool;

    @Id
    @Column(name = "version")
    int version;

    @Column(name = "effective_from_height")
    long effectiveFromHeight;

    @Column(name = "scheme")
    String scheme;

    @Column(name = "fee_basis_points")
    int feeBasisPoints;

    @Column(name = "window_percent")
    @Nullable
    Integer windowPercent;

    @Column(name = "window_shares")
    @Nullable
    Integer windowShares;

    @Column(name = "unfilled")
    @Nullable
    String unfilled;

    @Column(name = "finder_bonus_basis_points")
    int finderBonusBasisPoints;

    @Column(name = "donation_basis_points")
    int donationBasisPoints;

    @Column(name = "donation_address")
    @Nullable
    String donationAddress;

    SchemeTerms terms() {
        return new SchemeColumns(
                        version,
                        scheme,
                        feeBasisPoints,
                        Optional.ofNullable(windowPercent),
                        Optional.ofNullable(windowShares),
                        Optional.ofNullable(unfilled),
                        finderBonusBasisPoints,
                        donationBasisPoints,
                        Optional.ofNullable(donationAddress))
                .terms();
    }
}
