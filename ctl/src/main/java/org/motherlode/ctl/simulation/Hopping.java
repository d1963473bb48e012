package org.motherlode.ctl.simulation;

/**
 * A hopper mines here while the round is young, and where every share is paid its fair value otherwise. In PROP a share of a
 * round that has seen x difficulties is worth e^x E1(x) times its fair value, which is 1 at x = 0.4348: from there on he goes
 * (Rosenfeld, section 3). With a small hopper and small shares he then gains x e^-x = 28 %.
 *
 * @param hopperGain of his whole income, as a part of its fair value
 * @param steadyGain of one who stays in a PROP pool that he hops
 */
record Hopping(double hopperGain, double steadyGain) {
    /** The age of a round, in network difficulties, at which a hopper goes. */
    static final double YOUNG = 0.4348;

    /** Up to which share of a round he is there. */
    static long youngShares(SimulatedPool pool) {
        return Math.max(1, Math.round(YOUNG * pool.sharesPerBlock()));
    }

    /** In a PROP pool of shares that are as large as these, exactly: summed over the shares of a round. */
    static Hopping of(SimulatedPool pool) {
        double chance = pool.blockChance();
        double miss = 1 - chance;
        long young = youngShares(pool);
        double tail = -Math.log(chance); // the sum of miss^n / n over n from the share's number on
        double reached = 1; // the chance that the round comes to the share
        double worth = 0;
        double seen = 0;
        for (long share = 1; share <= young; share++) {
            worth += tail / miss;
            seen += reached;
            tail -= reached * miss / share;
            reached *= miss;
        }
        double whole = 1 / chance;
        double stretch = 1 / (1 - pool.hopperPart()); // without him the rest of the round takes the others longer
        double away = stretch * (whole - seen);
        double stayed = seen + away;
        return new Hopping((worth + away) / stayed - 1, (worth + stretch * (whole - worth)) / stayed - 1);
    }

    /** The hopper's shares: there as long as each round is young. */
    static Positions shares(SimulatedPool pool, Course course, Dice dice) {
        Positions shares = new Positions();
        double part = pool.hopperPart();
        each(pool, course, (after, youngUpTo, upTo) -> shares.addSome(part, after, youngUpTo, dice));
        return shares;
    }

    /** Those of a steady miner beside him: more of the shares are his while the hopper is away. */
    static Positions sharesBeside(SimulatedPool pool, Course course, Dice dice) {
        Positions shares = new Positions();
        double part = pool.minerPart();
        double alone = part / (1 - pool.hopperPart());
        each(pool, course, (after, youngUpTo, upTo) -> {
            shares.addSome(part, after, youngUpTo, dice);
            shares.addSome(alone, youngUpTo, upTo, dice);
        });
        return shares;
    }

    /** How many shares the hopper finds elsewhere, in the days of the course, on average. */
    static double elsewhere(SimulatedPool pool, Course course) {
        long[] old = {0};
        each(pool, course, (after, youngUpTo, upTo) -> {
            long from = Math.min(Math.max(youngUpTo, course.begin()), course.end());
            old[0] += Math.max(0, Math.min(upTo, course.end()) - from);
        });
        return old[0] * pool.hopperPart() / (1 - pool.hopperPart());
    }

    @FunctionalInterface
    private interface Round {
        void look(long after, long youngUpTo, long upTo);
    }

    private static void each(SimulatedPool pool, Course course, Round round) {
        long young = youngShares(pool);
        long after = 0;
        for (int block = 0; block <= course.blocks().size(); block++) {
            long upTo = block < course.blocks().size() ? course.blocks().at(block) : course.end();
            round.look(after, Math.min(upTo, after + young), upTo);
            after = upTo;
        }
    }
}
