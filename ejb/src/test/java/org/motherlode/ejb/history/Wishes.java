package org.motherlode.ejb.history;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** What the operator and the miners want, written into the tables as the handbook says, and on paper. */
final class Wishes {
    static final List<String> OWNERS = List.of("a", "b", "c", "d", "gift");

    private final Ground ground;
    private final PaperTerms terms;
    private final Tally tally;

    Wishes(Ground ground, PaperTerms terms, Tally tally) {
        this.ground = ground;
        this.terms = terms;
        this.tally = tally;
    }

    /** A new version of the terms. */
    void terms(int which, int how, boolean broken) {
        Optional<BigInteger> perPayout = bound(which);
        Optional<BigInteger> perDay = bound(how);
        Optional<BigInteger> releaseAbove = bound(which + how);
        terms(PaperTerms.THRESHOLDS.get(how % PaperTerms.THRESHOLDS.size()), how % 8 == 7, broken);
        bounds(perPayout, perDay, releaseAbove, broken);
        tally.add("terms");
    }

    private static Optional<BigInteger> bound(int which) {
        return PaperTerms.BOUNDS.get(which % PaperTerms.BOUNDS.size());
    }

    private void terms(BigInteger threshold, boolean paused, boolean broken) {
        terms.pay(threshold, paused);
        ground.whole(broken, ports -> ports.database()
                .change(
                        "INSERT INTO payout_terms (pool, version, effective_from, asset, threshold, most_receivers, paused,"
                                + " most_per_payout, most_per_day, release_above, actor, reason)"
                                + " SELECT ?, 1 + count(*), '-infinity', 'XMR', ?, 3, ?, NULL, NULL, NULL, 'eve', 'test'"
                                + " FROM payout_terms WHERE pool = ?",
                        ground.pool.text(),
                        threshold,
                        paused,
                        ground.pool.text()));
    }

    /** The same terms with other bounds. */
    void bounds(
            Optional<BigInteger> perPayout,
            Optional<BigInteger> perDay,
            Optional<BigInteger> releaseAbove,
            boolean broken) {
        terms.bound(perPayout, perDay, releaseAbove);
        ground.whole(broken, ports -> ports.database()
                .change(
                        "INSERT INTO payout_terms (pool, version, effective_from, asset, threshold, most_receivers, paused,"
                                + " most_per_payout, most_per_day, release_above, actor, reason)"
                                + " SELECT pool, version + 1, effective_from, asset, threshold, most_receivers, paused,"
                                + " ?::numeric, ?::numeric, ?::numeric, actor, reason FROM payout_terms WHERE pool = ?"
                                + " ORDER BY version DESC LIMIT 1",
                        perPayout,
                        perDay,
                        releaseAbove,
                        ground.pool.text()));
    }

    void pause(boolean broken) {
        Optional<BigInteger> perDay = terms.perDay();
        terms(terms.threshold(), true, broken);
        terms.bound(Optional.empty(), Optional.empty(), Optional.empty());
        bounds(Optional.empty(), perDay, Optional.empty(), broken);
    }

    void ownThreshold(String miner, BigInteger atoms, boolean broken) {
        terms.wants(miner, atoms);
        ground.whole(broken, ports -> ports.database()
                .change(
                        "INSERT INTO miner_threshold (pool, miner, asset, threshold, proof, actor, reason)"
                                + " VALUES (?, ?, 'XMR', ?, 'OPERATOR', 'eve', 'test')",
                        ground.pool.text(),
                        miner,
                        atoms));
        tally.add("own threshold");
    }

    void hold(String miner, boolean holds, boolean broken) {
        terms.hold(miner, holds);
        ground.whole(broken, ports -> ports.database()
                .change(
                        "INSERT INTO payout_hold (pool, miner, held, actor, reason) VALUES (?, ?, ?, 'eve', 'test')",
                        ground.pool.text(),
                        miner,
                        holds));
        tally.add(holds ? "hold" : "hold ended");
    }
}
