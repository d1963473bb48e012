package org.motherlode.ejb.terms;

import java.util.Optional;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PayoutTerms;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.reward.Unfilled;

/** The versions of a pool's terms. The first one is written from the pool's settings when it is first asked for. */
public final class TermsBook {
    private static final String FIRST = "first version, from the pool's settings";

    private final Database database;

    public TermsBook(Database database) {
        this.database = database;
    }

    /** By which a block of this height is settled. A block below all versions is settled by the one that begins first. */
    public SchemeTerms scheme(PoolFacts pool, long height) {
        return findScheme(pool, height).orElseGet(() -> {
            writeScheme(pool);
            return findScheme(pool, height).orElseThrow();
        });
    }

    private Optional<SchemeTerms> findScheme(PoolFacts pool, long height) {
        return database.first(
                "SELECT version, fee_basis_points, window_percent, unfilled FROM scheme_terms WHERE pool = ?"
                        + " AND effective_from_height <= greatest(?, (SELECT min(effective_from_height) FROM scheme_terms"
                        + " WHERE pool = ?)) ORDER BY version DESC LIMIT 1",
                row -> new SchemeTerms(
                        row.getInt("version"),
                        new BasisPoints(row.getInt("fee_basis_points")),
                        row.getInt("window_percent"),
                        Unfilled.valueOf(row.getString("unfilled"))),
                pool.pool().text(),
                height,
                pool.pool().text());
    }

    private void writeScheme(PoolFacts pool) {
        try {
            SchemeTerms first = SchemeTerms.first(pool.settings());
            database.change(
                    "INSERT INTO scheme_terms (pool, version, effective_from_height, fee_basis_points, window_percent,"
                            + " unfilled, actor, reason) VALUES (?, 1, 0, ?, ?, ?, 'motherlode', ?)"
                            + " ON CONFLICT DO NOTHING",
                    pool.pool().text(),
                    first.fee().value(),
                    first.windowPercent(),
                    first.unfilled().name(),
                    FIRST);
        } catch (SettingException e) {
            throw new IllegalStateException("pool " + pool.pool() + ": " + e.getMessage(), e);
        }
    }

    /** By which miners are paid now. As long as no version has begun, by the pool's settings. */
    public PayoutTerms payout(PoolFacts pool) {
        return findPayout(pool).orElseGet(() -> {
            PayoutTerms first = writePayout(pool);
            return findPayout(pool).orElse(first);
        });
    }

    private Optional<PayoutTerms> findPayout(PoolFacts pool) {
        return database.first(
                "SELECT threshold, most_receivers, paused FROM payout_terms"
                        + " WHERE pool = ? AND effective_from <= now() ORDER BY version DESC LIMIT 1",
                row -> new PayoutTerms(
                        new Money(Values.whole(row, "threshold"), pool.asset()),
                        row.getInt("most_receivers"),
                        row.getBoolean("paused")),
                pool.pool().text());
    }

    private PayoutTerms writePayout(PoolFacts pool) {
        try {
            PayoutTerms first = PayoutTerms.first(pool.settings(), pool.asset());
            database.change(
                    "INSERT INTO payout_terms (pool, version, effective_from, asset, threshold, most_receivers, paused,"
                            + " actor, reason) VALUES (?, 1, '-infinity', ?, ?, ?, false, 'motherlode', ?)"
                            + " ON CONFLICT DO NOTHING",
                    pool.pool().text(),
                    pool.asset().code(),
                    first.threshold().atoms(),
                    first.mostReceivers(),
                    FIRST);
            return first;
        } catch (SettingException e) {
            throw new IllegalStateException("pool " + pool.pool() + ": " + e.getMessage(), e);
        }
    }
}
