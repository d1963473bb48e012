package org.motherlode.ctl.chart;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Shares of a whole, 0 to 1: each nine more of it is as wide as the one before, so that 0.9, 0.99 and 0.999 lie equally far
 * apart.
 *
 * @param nines of the rarest; 0.99 has two
 */
public record Nines(String title, int nines) implements Axis {

    /** Wide enough for these. */
    public static Nines of(String title, Collection<Double> shares) {
        // Half a nine of what lies right of it all is worth no room: the rarest of n is drawn at 1 - 1/n.
        double deepest = shares.stream()
                .filter(share -> share < 1)
                .mapToDouble(Nines::depth)
                .max()
                .orElse(1);
        return new Nines(title, (int) Math.ceil(deepest));
    }

    @Override
    public double place(double share) {
        double nine = share < 1 ? Math.min(depth(share), nines) : nines;
        return nine / Math.max(1, nines);
    }

    @Override
    public List<Mark> marks() {
        return IntStream.rangeClosed(0, nines)
                .mapToObj(nine -> new Mark(1 - Math.pow(10, -nine), percent(nine)))
                .toList();
    }

    private static double depth(double share) {
        return -Math.log10(1 - share);
    }

    private static String percent(int nine) {
        return String.format(Locale.ROOT, "%." + Math.max(0, nine - 2) + "f", 100 - Math.pow(10, 2.0 - nine));
    }
}
