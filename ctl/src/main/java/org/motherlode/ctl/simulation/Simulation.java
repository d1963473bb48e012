package org.motherlode.ctl.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rolls the dice for all schemes over the same shares and blocks.
 *
 * @param days of each run, after the window has filled
 * @param runs that know nothing of each other; the intervals come from how they differ
 * @param seed the same gives the same
 */
public record Simulation(SimulatedPool pool, int days, int runs, long seed) {
    private static final int MOST_DAYS_IN_ALL = 2_000_000;
    private static final double MOST_SHARES_OF_A_RUN = 1e7;
    private static final double MOST_SHARES_IN_ALL = 1e9;

    public Simulation {
        require(days >= 2 && runs >= 4, "at least 2 days and 4 runs are needed, not " + days + " and " + runs);
        require(
                (long) days * runs <= MOST_DAYS_IN_ALL,
                "days times runs must be at most " + MOST_DAYS_IN_ALL + ": fewer --days or --runs");
        double ofRun = (pool.sharesPerDay() * days + pool.windowShares() + 10.0 * pool.sharesPerBlock())
                * (pool.blockChance() + Math.max(pool.minerPart(), pool.hopperPart()));
        require(
                ofRun <= MOST_SHARES_OF_A_RUN && ofRun * runs <= MOST_SHARES_IN_ALL,
                String.format(
                        Locale.ROOT,
                        "the miner would have %.0f shares in each of %d runs, at most %.0f and %.0f in all can be simulated:"
                                + " fewer --shares-per-block, --days or --runs",
                        ofRun,
                        runs,
                        MOST_SHARES_OF_A_RUN,
                        MOST_SHARES_IN_ALL));
    }

    private static void require(boolean holds, String words) {
        if (!holds) throw new IllegalArgumentException(words);
    }

    /** Of each scheme, in a fixed order; with a finder's bonus only where it is not 0. */
    public List<Findings> findings() {
        List<Scheme> schemes =
                new ArrayList<>(List.of(new Pplns(pool, 0), new Prop(pool), new Solo(pool), new Pps(pool)));
        if (pool.bonus() > 0) schemes.add(1, new Pplns(pool, pool.bonus()));
        return findings(schemes);
    }

    List<Findings> findings(List<Scheme> schemes) {
        List<Runs> all = schemes.stream().map(scheme -> new Runs(pool, scheme)).toList();
        Dice dice = Dice.of(seed);
        for (int run = 0; run < runs; run++) {
            Dice own = dice.split();
            Course course = Course.steady(pool, days, own);
            all.forEach(scheme -> scheme.addSteady(course));
            // Each of the two is drawn for itself. That one share may be of both changes neither one's income.
            Course hopper = course.of(Hopping.shares(pool, course, own));
            Course beside = course.of(Hopping.sharesBeside(pool, course, own));
            double elsewhere = Hopping.elsewhere(pool, course);
            all.forEach(scheme -> scheme.addHopped(hopper, beside, elsewhere));
        }
        return all.stream().map(Runs::findings).toList();
    }
}
