package org.motherlode.ctl.chart;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Positive numbers, each tenfold as far from the one before.
 *
 * @param lowest the power of ten where it begins
 * @param highest the power of ten where it ends, above the lowest
 */
public record Tens(String title, int lowest, int highest) implements Axis {
    private static final int MOST = 6;
    private static final double LEAST = 0.001;

    /** Long enough for these, the highest six powers of ten if there are more. */
    public static Tens of(String title, Collection<Double> values) {
        int least =
                (int) Math.floor(values.stream().mapToDouble(Tens::power).min().orElse(0));
        int most = Math.max(least + 1, (int)
                Math.ceil(values.stream().mapToDouble(Tens::power).max().orElse(1)));
        return new Tens(title, Math.max(least, most - MOST), most);
    }

    @Override
    public double place(double value) {
        return (Math.min(Math.max(power(value), lowest), highest) - lowest) / (highest - lowest);
    }

    @Override
    public List<Mark> marks() {
        return IntStream.rangeClosed(lowest, highest)
                .mapToObj(power -> new Mark(
                        Math.pow(10, power),
                        String.format(Locale.ROOT, "%." + Math.max(0, -power) + "f", Math.pow(10, power))))
                .toList();
    }

    private static double power(double value) {
        return Math.log10(Math.max(LEAST, value));
    }
}
