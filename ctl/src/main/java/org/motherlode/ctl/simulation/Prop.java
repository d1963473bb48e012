package org.motherlode.ctl.simulation;

import java.util.OptionalDouble;

/** The shares of the round divide the reward: those since the block before. */
record Prop(SimulatedPool pool) implements Scheme {

    @Override
    public String name() {
        return "PROP";
    }

    @Override
    public double ofBlock(Course course, int block) {
        long newest = course.blocks().at(block);
        long round = window(course, block);
        return (double) course.own().within(newest - round, newest) / round;
    }

    @Override
    public long window(Course course, int block) {
        return course.blocks().at(block) - course.roundBegin(block);
    }

    @Override
    public Theory theory() {
        double perDay = pool.blocksPerDay();
        double part = pool.minerPart();
        double chance = pool.blockChance();
        double inverse = -chance * Math.log(chance) / (1 - chance); // the mean of 1 / shares of a round
        double variance = perDay * (part * part + part * (1 - part) * inverse);
        double none = chance * (1 - part) / (1 - (1 - chance) * (1 - part));
        Hopping hopping = Hopping.of(pool);
        return new Theory(
                pool.net() * Math.sqrt(variance) / pool.fairPerDay(),
                1 / (perDay * (1 - none)),
                OptionalDouble.of(1 / perDay),
                OptionalDouble.of(hopping.hopperGain()),
                OptionalDouble.of(hopping.steadyGain()));
    }
}
