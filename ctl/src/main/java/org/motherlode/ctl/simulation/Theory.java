package org.motherlode.ctl.simulation;

import java.util.OptionalDouble;

/**
 * What the figures should be, where there is a formula.
 *
 * @param deviation of a steady miner's income of a day, as a part of its fair value, after the fee
 * @param creditDays mean days between two credits
 * @param windowDays mean length of the window in days
 * @param hopperGain what a hopper has more than one who is paid fairly for every share, as a part of that
 * @param steadyGain what a steady miner beside him has more, mostly below 0
 */
record Theory(
        double deviation,
        double creditDays,
        OptionalDouble windowDays,
        OptionalDouble hopperGain,
        OptionalDouble steadyGain) {

    /** Of a scheme in which every share is worth the same, whenever it comes. */
    static Theory fair(double deviation, double creditDays, OptionalDouble windowDays) {
        return new Theory(deviation, creditDays, windowDays, OptionalDouble.of(0), OptionalDouble.of(0));
    }
}
