package org.motherlode.bench.epoch;

import java.util.List;
import java.util.stream.Stream;
import org.motherlode.bench.report.Curve;
import org.motherlode.bench.report.Figure;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.report.Sheet;
import org.motherlode.bench.statistics.Latencies;

/** What came out: before, during and after the change, and in which mode the server hashed, in words. */
record EpochFigures(List<Latencies> phases, long unanswered, long refused, String mode) {
    static final double GOAL = 3;

    double ratio() {
        return phases.get(1).percentile(99) / phases.get(0).percentile(99);
    }

    String verdict() {
        boolean met = ratio() <= GOAL && unanswered == 0 && refused == 0;
        return "in " + mode + ", while the seed changes, p99 is " + Figure.of(ratio(), 2) + " times as before, "
                + unanswered
                + " shares are not answered and " + refused + " refused: goal of 3 and none "
                + (met ? "met" : "missed");
    }

    Outcome outcome() {
        Stream<List<String>> measured = phases.stream().flatMap(phase -> phase.points().stream()
                .map(point -> List.of(phase.name(), Figure.of(point.quantile(), 6), Figure.of(point.millis(), 4))));
        List<List<String>> rows = phases.stream()
                .map(phase -> List.of(
                        phase.name(),
                        Long.toString(phase.count()),
                        Figure.of(phase.median(), 1),
                        Figure.of(phase.percentile(99), 1),
                        Figure.of(phase.most(), 1)))
                .toList();
        return new Outcome(
                        "epoch",
                        new Sheet(List.of("phase", "share", "millis"), measured.toList()),
                        new Sheet(List.of("when", "count", "p50_ms", "p99_ms", "most_ms"), rows),
                        verdict())
                .with(phases.stream().map(Curve::of).toList());
    }
}
