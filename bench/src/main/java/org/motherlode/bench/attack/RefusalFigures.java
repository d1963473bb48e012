package org.motherlode.bench.attack;

import java.util.List;
import org.motherlode.bench.report.Curve;
import org.motherlode.bench.report.Figure;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.report.Sheet;
import org.motherlode.bench.statistics.Latencies;

/** What came out. */
record RefusalFigures(Latencies idle, Latencies busy, double perSecond) {
    static final double GOAL_P99 = 5;
    static final double GOAL_RATE = 100_000;

    String verdict() {
        boolean quick = busy.percentile(99) <= GOAL_P99;
        boolean many = perSecond >= GOAL_RATE;
        return "a cheap refusal takes " + Figure.of(busy.percentile(99), 2)
                + " ms (p99) while all verifiers hash: goal of 5 "
                + (quick ? "met" : "missed") + "; " + Figure.of(perSecond, 0) + " a second idle: goal of 100000 "
                + (many ? "met" : "missed");
    }

    Outcome outcome() {
        Sheet summary = new Sheet(
                List.of("what", "count", "p50_ms", "p99_ms", "most_ms", "per_second"),
                List.of(
                        row(idle),
                        row(busy),
                        List.of("as many as can be, idle", "", "", "", "", Figure.of(perSecond, 0))));
        List<Latencies> all = List.of(idle, busy);
        return new Outcome("refusal", AttackFigures.points(all), summary, verdict())
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
