package org.motherlode.bench.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.motherlode.bench.binding.Comparison.Round;
import org.motherlode.bench.report.Figure;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.report.Sheet;
import org.motherlode.bench.statistics.PairedRatios;

/** What came out. Ratios are rates: above 1 is faster than the loop in C. */
public final class Figures {
    private static final double GOAL = 0.98;
    private static final double CONTROL_TOLERANCE = 0.015;
    private static final double NANOS = 1e9;

    private final List<Round> rounds;
    private final int hashes;

    Figures(List<Round> rounds, int hashes) {
        this.rounds = rounds;
        this.hashes = hashes;
    }

    PairedRatios jni() {
        return ratios(Round::jni);
    }

    PairedRatios control() {
        return ratios(Round::control);
    }

    private PairedRatios ratios(ToLongFunction<Round> side) {
        return new PairedRatios(rounds.stream()
                .map(round -> (double) round.c() / side.applyAsLong(round))
                .toList());
    }

    /** Hashes per second of processor time, by the sum over all rounds. */
    private double rate(ToLongFunction<Round> side) {
        return 2.0
                * hashes
                * rounds.size()
                * NANOS
                / rounds.stream().mapToLong(side).sum();
    }

    String verdict() {
        if (Math.abs(control().median() - 1) > CONTROL_TOLERANCE) {
            return "not to be trusted: the control is off by more than 1.5 %; measure again on a calmer machine";
        }
        String ratio = "the binding's ratio to the loop in C is " + Figure.of(jni().median(), 4);
        return ratio + (jni().median() >= GOAL ? ": goal of 0.98 met" : ": goal of 0.98 missed");
    }

    /** For people and files; {@code bench} is the name of this run. */
    public Outcome outcome(String bench) {
        List<String> columns = List.of("side", "hashes_per_cpu_second", "ratio_to_c", "low_95", "high_95");
        List<List<String>> summary = List.of(
                List.of("loop in C", Figure.of(rate(Round::c), 2), "1", "", ""),
                line("through JNI", rate(Round::jni), jni()),
                line("loop in C once more (control)", rate(Round::control), control()));
        List<List<String>> measured = new ArrayList<>();
        for (Round round : rounds) {
            measured.add(Stream.of((long) measured.size(), 2L * hashes, round.c(), round.jni(), round.control())
                    .map(String::valueOf)
                    .toList());
        }
        return new Outcome(
                bench,
                new Sheet(List.of("round", "hashes", "c_nanos", "jni_nanos", "control_nanos"), measured),
                new Sheet(columns, summary),
                verdict());
    }

    private static List<String> line(String side, double rate, PairedRatios ratios) {
        double[] interval = ratios.interval();
        return List.of(
                side,
                Figure.of(rate, 2),
                Figure.of(ratios.median(), 4),
                Figure.of(interval[0], 4),
                Figure.of(interval[1], 4));
    }
}
