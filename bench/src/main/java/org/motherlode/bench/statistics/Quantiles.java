package org.motherlode.bench.statistics;

import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;

/** Quantiles of at least one value. */
public final class Quantiles {
    private final double[] sorted;

    private Quantiles(double[] sorted) {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        this.sorted = sorted;
    }

    public static Quantiles of(Collection<Double> values) {
        return new Quantiles(
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    /** Nanoseconds as milliseconds. */
    public static Quantiles ofNanos(List<Long> nanos) {
        LongStream values = nanos.stream().mapToLong(Long::longValue);
        return new Quantiles(values.mapToDouble(value -> value / 1e6).sorted().toArray());
    }

    /** Of an even number of values the mean of the two in the middle. */
    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The value at the rank {@code percent} of 100, rounded up: of ten values the 99th percentile is the last. */
    public double percentile(int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("1 to 100 percent, not " + percent);
        }
        return sorted[(sorted.length * percent + 99) / 100 - 1];
    }

    public double most() {
        return sorted[sorted.length - 1];
    }
}
