package org.motherlode.bench.statistics;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** Durations of one kind, counted in a histogram that is right to three digits. Safe for any thread. */
public final class Latencies {
    private static final long MOST_NANOS = 600_000_000_000L;
    private static final int DIGITS = 3;
    private static final int TICKS_PER_HALF = 5;
    private static final double NANOS_PER_MILLI = 1e6;

    private final String name;
    private final Histogram histogram = new ConcurrentHistogram(MOST_NANOS, DIGITS);

    public Latencies(String name) {
        this.name = name;
    }

    /** One share of all durations, and the duration that so many are at or below. */
    public record Point(double quantile, double millis) {}

    public String name() {
        return name;
    }

    /** What is longer than ten minutes counts as ten minutes. */
    public void record(long nanos) {
        histogram.recordValue(Math.max(0, Math.min(MOST_NANOS, nanos)));
    }

    public void add(Latencies others) {
        histogram.add(others.histogram);
    }

    public long count() {
        return histogram.getTotalCount();
    }

    /** In milliseconds; 0 if there is none. */
    public double percentile(double percent) {
        return count() == 0 ? 0 : histogram.getValueAtPercentile(percent) / NANOS_PER_MILLI;
    }

    public double median() {
        return percentile(50);
    }

    public double most() {
        return count() == 0 ? 0 : histogram.getMaxValue() / NANOS_PER_MILLI;
    }

    /** The whole distribution, finer and finer towards the end. */
    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (HistogramIterationValue value : histogram.percentiles(TICKS_PER_HALF)) {
            points.add(new Point(
                    value.getPercentileLevelIteratedTo() / 100, value.getValueIteratedTo() / NANOS_PER_MILLI));
        }
        return points;
    }
}
