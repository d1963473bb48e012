package org.motherlode.bench.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.motherlode.bench.report.Figure;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.report.Sheet;
import org.motherlode.bench.statistics.Quantiles;

/** What came out, in milliseconds. */
final class LatencyFigures {
    private static final double GOAL_P50 = 1;
    private static final double GOAL_P99 = 10;

    private final List<Cycle> cycles;

    LatencyFigures(List<Cycle> cycles) {
        this.cycles = List.copyOf(cycles);
    }

    Quantiles own() {
        return of(Cycle::own);
    }

    Quantiles sync() {
        return of(Cycle::sync);
    }

    /** How much two answers to what is not stored differ from each other: what {@link #own} cannot see. */
    Quantiles control() {
        return Quantiles.ofNanos(IntStream.range(1, cycles.size())
                .mapToObj(i ->
                        Math.abs(cycles.get(i).repeated() - cycles.get(i - 1).repeated()))
                .toList());
    }

    private Quantiles of(Function<Cycle, Long> time) {
        return Quantiles.ofNanos(cycles.stream().map(time).toList());
    }

    String verdict() {
        String adds = "making a share durable adds " + Figure.of(own().median(), 2) + " ms (p50) and "
                + Figure.of(own().percentile(99), 2) + " ms (p99) to its answer: ";
        if (control().median() > GOAL_P50) {
            return adds + "not to be trusted, two refusals differ by more than that; measure again on a calmer machine";
        }
        boolean met = own().median() <= GOAL_P50 && own().percentile(99) <= GOAL_P99;
        return adds + "goal of 1 and 10 ms " + (met ? "met" : "missed");
    }

    Outcome outcome() {
        double disk = sync().median();
        List<List<String>> summary = List.of(
                row("good share, hash left out", of(Cycle::good), disk),
                row("socket and session alone", of(Cycle::repeated), disk),
                row("durable: what it adds", own(), disk),
                row("difference of two refusals (control)", control(), disk),
                row("fdatasync of 4 KiB (the disk's limit)", sync(), disk));
        List<List<String>> measured = new ArrayList<>();
        for (Cycle cycle : cycles) {
            measured.add(Stream.of((long) measured.size(), cycle.good(), cycle.repeated(), cycle.sync())
                    .map(String::valueOf)
                    .toList());
        }
        return new Outcome(
                "latency",
                new Sheet(List.of("cycle", "good_nanos", "repeated_nanos", "fdatasync_nanos"), measured),
                new Sheet(List.of("what", "p50_ms", "p99_ms", "most_ms", "ratio_to_fdatasync"), summary),
                verdict());
    }

    private static List<String> row(String what, Quantiles times, double disk) {
        return List.of(
                what,
                Figure.of(times.median(), 3),
                Figure.of(times.percentile(99), 3),
                Figure.of(times.most(), 3),
                Figure.of(times.median() / disk, 1));
    }
}
