package org.motherlode.bench.binding;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.motherlode.bench.binding.Comparison.Round;

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
        return jni().median() >= GOAL ? "goal of 0.98 met" : "goal of 0.98 missed";
    }

    public List<String> report() {
        return List.of(
                String.format(Locale.ROOT, "loop in C     %8.2f hashes per CPU second", rate(Round::c)),
                String.format(Locale.ROOT, "through JNI   %8.2f hashes per CPU second", rate(Round::jni)),
                "JNI / C       " + jni(),
                "C / C control " + control(),
                verdict());
    }
}
