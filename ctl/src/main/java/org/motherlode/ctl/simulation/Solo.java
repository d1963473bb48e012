package org.motherlode.ctl.simulation;

import java.util.OptionalDouble;

/** Who finds a block gets its reward. */
record Solo(SimulatedPool pool) implements Scheme {

    @Override
    public String name() {
        return "SOLO";
    }

    @Override
    public double ofBlock(Course course, int block) {
        return course.isOwn(block) ? 1 : 0;
    }

    @Override
    public long window(Course course, int block) {
        return 0;
    }

    @Override
    public Theory theory() {
        double perDay = pool.fairPerDay();
        return Theory.fair(pool.net() / Math.sqrt(perDay), 1 / perDay, OptionalDouble.empty());
    }
}
