package org.motherlode.ctl.simulation;

import java.util.List;

/**
 * A figure and how far chance may have moved it: the true one lies within {@code half} of it in 95 of 100 simulations.
 *
 * @param half NaN where it is not known
 */
public record Interval(double value, double half) {
    private static final double Z = 1.959964;

    /** Of the mean of independent runs, two at least. */
    static Interval ofMean(List<Double> runs) {
        double mean = mean(runs);
        double squares =
                runs.stream().mapToDouble(run -> (run - mean) * (run - mean)).sum();
        double deviation = Math.sqrt(squares / (runs.size() - 1.0));
        return new Interval(mean, student(runs.size() - 1.0) * deviation / Math.sqrt(runs.size()));
    }

    /** Of the square root of what these runs estimate. */
    static Interval ofRoot(List<Double> squares) {
        Interval square = ofMean(squares);
        double root = Math.sqrt(square.value);
        return new Interval(root, root == 0 ? 0 : square.half / (2 * root));
    }

    /** Of a chance, after so many of so many tries (Wilson). */
    static Interval ofChance(long times, long tries) {
        double seen = (double) times / tries;
        double spread = Z * Z / tries;
        double middle = (seen + spread / 2) / (1 + spread);
        double half = Z * Math.sqrt(seen * (1 - seen) / tries + spread / (4 * tries)) / (1 + spread);
        return new Interval(middle, half);
    }

    /** Of 1 divided by it. */
    Interval inverse() {
        return new Interval(1 / value, half / (value * value));
    }

    /** Whether it may be this one. */
    public boolean contains(double other) {
        return Math.abs(other - value) <= half;
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** Student's quantile for 95 %, by its series; right to a percent from four runs on. */
    private static double student(double freedom) {
        double third = Z * Z * Z;
        double fifth = third * Z * Z;
        return Z + (third + Z) / (4 * freedom) + (5 * fifth + 16 * third + 3 * Z) / (96 * freedom * freedom);
    }
}
