package org.motherlode.ejb.terms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PayoutLimits;
import org.motherlode.model.payout.PayoutTerms;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.reward.SchemeTerms;

/**
 * The versions of a pool's terms. The first one is written from the pool's settings when the pool is first open and the
 * database answers, of both kinds of terms in one statement: what is asked for first does not matter.
 */
public final class TermsBook {
    private static final String FIRST = "first version, from the pool's settings";
    private static final String BEGIN =
            "WITH scheme AS (INSERT INTO scheme_terms (pool, version, effective_from_height, scheme,"
                    + " fee_basis_points, window_percent, window_shares, unfilled, finder_bonus_basis_points,"
                    + " donation_basis_points, donation_address, actor, reason)"
                    + " SELECT ?, 1, 0, ?, ?, ?::integer, ?::integer, ?::text, ?, ?, ?::text, 'motherlode', ? WHERE NOT EXISTS (SELECT FROM scheme_terms WHERE pool = ?)"
                    + " ON CONFLICT DO NOTHING)"
                    + " INSERT INTO payout_terms (pool, version, effective_from, asset, threshold, most_receivers, paused,"
                    + " most_per_payout, most_per_day, release_above, actor, reason) SELECT ?, 1, '-infinity'::timestamptz, ?, ?, ?,"
                    + " false, ?::numeric, ?::numeric, ?::numeric, 'motherlode', ? WHERE NOT EXISTS"
                    + " (SELECT FROM payout_terms WHERE pool = ? AND effective_from <= now()) ON CONFLICT DO NOTHING";

    private final Database database;

    public TermsBook(Database database) {
        this.database = database;
    }

    /** By which a block of this height is settled. A block below all versions is settled by the one that begins first. */
    public SchemeTerms scheme(PoolFacts pool, long height) {
        return findScheme(pool, height).orElseGet(() -> {
            begin(pool);
            return findScheme(pool, height).orElseThrow();
        });
    }

    private Optional<SchemeTerms> findScheme(PoolFacts pool, long height) {
        return database.first(
                "SELECT " + SchemeColumns.NAMES + " FROM scheme_terms t WHERE t.pool = ?"
                        + " AND t.effective_from_height <= greatest(?, (SELECT min(effective_from_height) FROM scheme_terms"
                        + " WHERE pool = ?)) ORDER BY t.version DESC LIMIT 1",
                row -> SchemeColumns.read(row).terms(),
                pool.pool().text(),
                height,
                pool.pool().text());
    }

    /** By which miners are paid now. As long as no version has begun, by the pool's settings. */
    public PayoutTerms payout(PoolFacts pool) {
        return findPayout(pool).orElseGet(() -> {
            PayoutTerms first = begin(pool);
            return findPayout(pool).orElse(first);
        });
    }

    private Optional<PayoutTerms> findPayout(PoolFacts pool) {
        BasisPoints mostFee = mostFee(pool);
        return database.first(
                "SELECT threshold, most_receivers, paused, most_per_payout, most_per_day, release_above FROM payout_terms"
                        + " WHERE pool = ? AND effective_from <= now() ORDER BY version DESC LIMIT 1",
                row -> new PayoutTerms(
                        new Money(Values.whole(row, "threshold"), pool.asset()),
                        row.getInt("most_receivers"),
                        row.getBoolean("paused"),
                        mostFee,
                        new PayoutLimits(
                                bound(row, "most_per_payout", pool),
                                bound(row, "most_per_day", pool),
                                bound(row, "release_above", pool))),
                pool.pool().text());
    }

    private static Optional<Money> bound(ResultSet row, String column, PoolFacts pool) throws SQLException {
        return Values.maybeWhole(row, column).map(atoms -> new Money(atoms, pool.asset()));
    }

    private static BasisPoints mostFee(PoolFacts pool) {
        try {
            return PayoutTerms.mostFee(pool.settings());
        } catch (SettingException e) {
            throw senseless(pool, e);
        }
    }

    // Such a pool was not opened.
    private static IllegalStateException senseless(PoolFacts pool, SettingException e) {
        return new IllegalStateException("pool " + pool.pool() + ": " + e.getMessage(), e);
    }

    /** What the settings say of paying. */
    private PayoutTerms begin(PoolFacts pool) {
        String name = pool.pool().text();
        try {
            SchemeColumns scheme = SchemeColumns.of(SchemeTerms.first(pool.settings(), pool.addresses()));
            PayoutTerms payout = PayoutTerms.first(pool.settings(), pool.asset());
            database.change(
                    BEGIN,
                    name,
                    scheme.scheme(),
                    scheme.fee(),
                    scheme.windowPercent(),
                    scheme.windowShares(),
                    scheme.unfilled(),
                    scheme.finderBonus(),
                    scheme.donation(),
                    scheme.donationAddress(),
                    FIRST,
                    name,
                    name,
                    pool.asset().code(),
                    payout.threshold().atoms(),
                    payout.mostReceivers(),
                    payout.limits().mostPerPayout().map(Money::atoms),
                    payout.limits().mostPerDay().map(Money::atoms),
                    payout.limits().releaseAbove().map(Money::atoms),
                    FIRST,
                    name);
            return payout;
        } catch (SettingException e) {
            throw senseless(pool, e);
        }
    }
}
