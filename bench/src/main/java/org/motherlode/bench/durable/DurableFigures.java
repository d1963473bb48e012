package org.motherlode.bench.durable;

import java.util.List;
import java.util.stream.Stream;
import org.motherlode.bench.report.Curve;
import org.motherlode.bench.report.Figure;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.report.Sheet;
import org.motherlode.bench.statistics.Latencies;

/** What came out. What durability adds is read off the two distributions, percentile by percentile. */
record DurableFigures(DurableSettings settings, Latencies durable, Latencies other, double perSecond) {
    static final double GOAL_P50 = 1;
    static final double GOAL_P99 = 10;
    static final double GOAL_RATE = 20_000;

    double adds(double percent) {
        return durable.percentile(percent) - other.percentile(percent);
    }

    String verdict() {
        boolean quick = adds(50) <= GOAL_P50 && adds(99) <= GOAL_P99;
        return "at " + settings.perSecond() + " shares a second a durable answer takes " + Figure.of(adds(50), 2)
                + " ms (p50) and " + Figure.of(adds(99), 2)
                + " ms (p99) more than one that is not stored: goal of 1 and 10 "
                + (quick ? "met" : "missed") + "; " + Figure.of(perSecond, 0)
                + " durable shares a second: goal of 20000 "
                + (perSecond >= GOAL_RATE ? "met" : "missed");
    }

    Outcome outcome() {
        List<Latencies> all = List.of(durable, other);
        Stream<List<String>> measured = all.stream().flatMap(phase -> phase.points().stream()
                .map(point -> List.of(phase.name(), Figure.of(point.quantile(), 6), Figure.of(point.millis(), 4))));
        return new Outcome(
                        "durable",
                        new Sheet(List.of("answer", "share", "millis"), measured.toList()),
                        new Sheet(
                                List.of("what", "count", "p50_ms", "p99_ms", "most_ms", "per_second"),
                                List.of(
                                        row(durable),
                                        row(other),
                                        List.of("as many as can be", "", "", "", "", Figure.of(perSecond, 0)))),
                        verdict())
                .with(all.stream().map(Curve::of).toList());
    }

    private static List<String> row(Latencies phase) {
        return List.of(
                phase.name(),
                Long.toString(phase.count()),
                Figure.of(phase.median(), 2),
                Figure.of(phase.percentile(99), 2),
                Figure.of(phase.most(), 2),
                "");
    }
}
