package org.motherlode.ctl.simulation;

/**
 * What happened in one pool: which shares were blocks, which were of the miner that is looked at, and where days ended.
 *
 * @param days where each day begins, and where the last one ends; the first begins when the pool is no longer young
 */
record Course(Positions blocks, Positions own, Positions days) {
    /** A round of that many difficulties is so rare that none is longer where the first day begins. */
    private static final int SETTLED_DIFFICULTIES = 10;

    /** The pool without hopper; the miner has the same part of it all the time. */
    static Course steady(SimulatedPool pool, int days, Dice dice) {
        Positions ends = days(pool, days, dice);
        Positions blocks = new Positions();
        blocks.addSome(pool.blockChance(), 0, ends.at(days), dice);
        Positions own = new Positions();
        own.addSome(pool.minerPart(), 0, ends.at(days), dice);
        return new Course(blocks, own, ends);
    }

    /** The same pool and days seen by somebody else. */
    Course of(Positions others) {
        return new Course(blocks, others, days);
    }

    private static Positions days(SimulatedPool pool, int days, Dice dice) {
        Positions ends = new Positions();
        ends.add(Math.max(pool.windowShares(), SETTLED_DIFFICULTIES * pool.sharesPerBlock()));
        for (int day = 0; day < days; day++) {
            ends.add(ends.at(day) + dice.times(pool.sharesPerDay()));
        }
        return ends;
    }

    long begin() {
        return days.at(0);
    }

    long end() {
        return days.at(days.size() - 1);
    }

    /** The share before the round of this block: the block before, or 0. */
    long roundBegin(int block) {
        return block == 0 ? 0 : blocks.at(block - 1);
    }

    boolean isOwn(int block) {
        return own.has(blocks.at(block));
    }
}
