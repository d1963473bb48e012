package org.motherlode.ctl.simulation;

import java.util.OptionalDouble;

/** The pool buys each share for what it is worth, block or not, and bears the luck itself. */
record Pps(SimulatedPool pool) implements Scheme {

    @Override
    public String name() {
        return "PPS";
    }

    @Override
    public double ofBlock(Course course, int block) {
        return 0;
    }

    @Override
    public double ofShare() {
        return pool.blockChance();
    }

    @Override
    public long window(Course course, int block) {
        return 0;
    }

    @Override
    public Theory theory() {
        double shares = pool.minerPart() * pool.sharesPerDay();
        return Theory.fair(pool.net() / Math.sqrt(shares), 1 / shares, OptionalDouble.empty());
    }
}
