package org.motherlode.bench.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.motherlode.bench.report.Curve;
import org.motherlode.bench.report.Figure;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.report.Sheet;
import org.motherlode.bench.statistics.Latencies;

/** What came out. The control is the honest miners by themselves once more. */
record AttackFigures(AttackSettings settings, AttackBench.Phases phases) {
    static final double GOAL = 2;

    double ratio() {
        return phases.attacked().percentile(99) / phases.before().percentile(99);
    }

    double control() {
        return phases.after().percentile(99) / phases.before().percentile(99);
    }

    /** Honest shares that were not answered with OK while the attack went on. */
    long lost() {
        return phases.shares() - phases.attacked().count() + phases.deeds().refused();
    }

    String verdict() {
        boolean met = ratio() <= GOAL && lost() == 0;
        return "with " + settings.attackers() + " attackers honest miners' p99 is " + Figure.of(ratio(), 2)
                + " times what it is without (control " + Figure.of(control(), 2) + "), " + lost()
                + " honest shares lost: goal of 2 and none " + (met ? "met" : "missed");
    }

    Outcome outcome() {
        List<Latencies> all = List.of(phases.before(), phases.attacked(), phases.after());
        double base = phases.before().percentile(99);
        List<List<String>> rows = new ArrayList<>();
        all.forEach(phase -> rows.add(List.of(
                phase.name(),
                Long.toString(phase.count()),
                Figure.of(phase.median(), 1),
                Figure.of(phase.percentile(99), 1),
                Figure.of(phase.most(), 1),
                Figure.of(phase.percentile(99) / base, 2))));
        rows.add(deed("bad shares sent", phases.deeds().bad()));
        rows.add(deed("attackers came back", phases.deeds().returns()));
        rows.add(deed("honest connections ended", phases.deeds().ended()));
        return new Outcome(
                        settings.name(),
                        points(all),
                        new Sheet(List.of("what", "count", "p50_ms", "p99_ms", "most_ms", "p99_ratio"), rows),
                        verdict())
                .with(all.stream().map(Curve::of).toList());
    }

    private static List<String> deed(String what, long count) {
        return List.of(what, Long.toString(count), "", "", "", "");
    }

    /** The distributions, a line for each of their points. */
    static Sheet points(List<Latencies> all) {
        Stream<List<String>> rows = all.stream().flatMap(phase -> phase.points().stream()
                .map(point -> List.of(phase.name(), Figure.of(point.quantile(), 6), Figure.of(point.millis(), 4))));
        return new Sheet(List.of("phase", "share", "millis"), rows.toList());
    }
}
