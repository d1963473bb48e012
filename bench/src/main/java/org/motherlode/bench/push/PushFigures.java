package org.motherlode.bench.push;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.motherlode.bench.report.Curve;
import org.motherlode.bench.report.Figure;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.report.Sheet;
import org.motherlode.bench.statistics.Latencies;
import org.motherlode.bench.statistics.Quantiles;

/** What came out, in milliseconds. */
final class PushFigures {
    static final double GOAL_P99 = 100;

    private final List<Push> ours;
    private final List<Push> floor;

    PushFigures(List<Push> ours, List<Push> floor) {
        this.ours = List.copyOf(ours);
        this.floor = List.copyOf(floor);
    }

    private static Quantiles of(List<Push> pushes, Function<Push, Long> time) {
        return Quantiles.ofNanos(pushes.stream().map(time).toList());
    }

    /** Until the last line is written: how fast they read is the bots' own affair. */
    Quantiles written() {
        return of(ours, Push::written);
    }

    /** How many times as long as one thread that only writes. */
    double ratio() {
        return written().median() / of(floor, Push::written).median();
    }

    String verdict() {
        double p99 = written().percentile(99);
        return "a new template's last of " + ours.get(0).bots() + " jobs is written after "
                + Figure.of(written().median(), 1) + " ms (p50) and " + Figure.of(p99, 1) + " ms (p99), "
                + Figure.of(ratio(), 2) + " times the floor of one sending thread: goal of 100 ms "
                + (p99 <= GOAL_P99 ? "met" : "missed");
    }

    Outcome outcome() {
        double base = of(floor, Push::last).median();
        double writing = of(floor, Push::written).median();
        Sheet summary = new Sheet(
                List.of("what", "p50_ms", "p99_ms", "most_ms", "ratio_to_floor"),
                List.of(
                        row("template current to last job written", written(), writing),
                        row("one sending thread to last line written (floor)", of(floor, Push::written), writing),
                        row("template handed over to last bot's reading", of(ours, Push::last), base),
                        row("template handed over to first bot's reading", of(ours, Push::first), base),
                        row("one sending thread to last bot's reading (floor)", of(floor, Push::last), base)));
        return new Outcome("push", measured(), summary, verdict())
                .with(List.of(Curve.of(each("one bot's job", ours)), Curve.of(each("one bot's job, floor", floor))));
    }

    private static Latencies each(String name, List<Push> pushes) {
        Latencies all = new Latencies(name);
        pushes.forEach(push -> push.nanos().forEach(all::record));
        return all;
    }

    private Sheet measured() {
        List<List<String>> rows = new ArrayList<>();
        ours.forEach(push -> rows.add(line("pool", push)));
        floor.forEach(push -> rows.add(line("floor", push)));
        return new Sheet(
                List.of("sender", "bots", "missing", "written_nanos", "first_nanos", "median_nanos", "last_nanos"),
                rows);
    }

    private static List<String> line(String sender, Push push) {
        return List.of(
                sender,
                Integer.toString(push.bots()),
                Integer.toString(push.missing()),
                Long.toString(push.written()),
                Long.toString(push.first()),
                Long.toString(push.nanos().get(push.nanos().size() / 2)),
                Long.toString(push.last()));
    }

    private static List<String> row(String what, Quantiles times, double base) {
        return List.of(
                what,
                Figure.of(times.median(), 2),
                Figure.of(times.percentile(99), 2),
                Figure.of(times.most(), 2),
                Figure.of(times.median() / base, 2));
    }
}
