package org.motherlode.bench.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Ratios of pairs that were measured next to each other; the median, and how sure it is. */
public record PairedRatios(List<Double> ratios) {
    private static final int RESAMPLES = 5_000;
    private static final double TAIL = 0.025;

    public PairedRatios {
        ratios = ratios.stream().sorted().toList();
        if (ratios.isEmpty()) {
            throw new IllegalArgumentException("no ratios");
        }
    }

    public double median() {
        return Quantiles.of(ratios).median();
    }

    /** The 95 % interval of the median by bootstrap; the resampling is the same in every run. */
    public double[] interval() {
        Random random = new Random(1);
        double[] medians = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            List<Double> drawn = random.ints(ratios.size(), 0, ratios.size())
                    .mapToObj(ratios::get)
                    .toList();
            medians[i] = Quantiles.of(drawn).median();
        }
        Arrays.sort(medians);
        int tail = (int) (RESAMPLES * TAIL);
        return new double[] {medians[tail], medians[RESAMPLES - 1 - tail]};
    }

    @Override
    public String toString() {
        double[] interval = interval();
        return String.format(Locale.ROOT, "%.4f (95 %%: %.4f to %.4f)", median(), interval[0], interval[1]);
    }
}
