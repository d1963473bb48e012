package org.motherlode.bench.path;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.motherlode.bench.report.Figure;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.report.Sheet;
import org.motherlode.bench.statistics.Quantiles;

/** What came out. All figures are medians over the rounds. */
final class PathFigures {
    static final double GOAL = 0.95;
    private static final double CONTROL_TOLERANCE = 0.05;
    private static final double SCALING_TOLERANCE = 0.1;
    private static final List<String> PROCESSES = List.of("server", "postgres", "node", "generator", "others");

    private final List<PathRound> rounds;
    private final int verifiers;
    private final String mode;

    /** {@code mode} in which server and library hashed, in words. */
    PathFigures(List<PathRound> rounds, int verifiers, String mode) {
        this.rounds = List.copyOf(rounds);
        this.mode = mode;
        this.verifiers = verifiers;
    }

    /** The path against threads × one thread alone. */
    double ratio() {
        return median(round -> round.path() / (verifiers * round.alone()));
    }

    /** The library on as many threads against threads × one: what the machine itself loses. */
    double scaling() {
        return median(round -> round.library() / (verifiers * round.alone()));
    }

    /** One thread alone against itself. */
    double control() {
        return median(round -> round.after().perSecond() / round.before().perSecond());
    }

    private double median(ToDoubleFunction<PathRound> figure) {
        return Quantiles.of(rounds.stream().map(figure::applyAsDouble).toList()).median();
    }

    Outcome outcome() {
        return new Outcome("path", measured(), summary(), verdict());
    }

    /** A machine on which the library holds its own speed, alone and on all threads. */
    private boolean isCalm() {
        return Math.abs(control() - 1) <= CONTROL_TOLERANCE && Math.abs(scaling() - 1) <= SCALING_TOLERANCE;
    }

    String verdict() {
        String ratio = "the path's ratio to " + verifiers + " x one thread in " + mode + " is " + Figure.of(ratio(), 3);
        if (!isCalm()) {
            return ratio + ": not to be trusted, the library alone does not hold its own speed (see the other ratios);"
                    + " measure again on a calmer machine";
        }
        return ratio + (ratio() >= GOAL ? ": goal of 0.95 met" : ": goal of 0.95 missed");
    }

    private Sheet summary() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("library, one thread", median(PathRound::alone), 1));
        rows.add(row(
                "library, one thread, after / before (control)",
                median(round -> round.after().perSecond()),
                control()));
        rows.add(row("library, " + verifiers + " threads", median(PathRound::library), scaling()));
        rows.add(row("path, " + verifiers + " verifiers", median(PathRound::path), ratio()));
        List<List<String>> wide = new ArrayList<>();
        rows.forEach(row -> wide.add(List.of(row.get(0), row.get(1), row.get(2), "")));
        wide.add(List.of(
                "processor of one hash, library alone", "", "", Figure.of(median(PathRound::millisPerHash), 3)));
        for (String process : PROCESSES) {
            wide.add(List.of(
                    "processor of " + process, "", "", Figure.of(median(round -> round.millisPerShare(process)), 3)));
        }
        return new Sheet(List.of("what", "per_second", "ratio", "cpu_ms_per_share"), wide);
    }

    private static List<String> row(String what, double rate, double ratio) {
        return List.of(what, Figure.of(rate, 2), Figure.of(ratio, 3));
    }

    private Sheet measured() {
        List<String> columns = new ArrayList<>(List.of(
                "round",
                "verifiers",
                "shares",
                "alone_before",
                "alone_after",
                "hash_cpu_ms",
                "library_per_second",
                "path_per_second"));
        PROCESSES.forEach(process -> columns.add(process + "_cpu_seconds"));
        List<List<String>> rows = new ArrayList<>();
        for (PathRound round : rounds) {
            List<String> row = new ArrayList<>(List.of(
                    Integer.toString(rows.size()),
                    Integer.toString(verifiers),
                    Integer.toString(round.shares()),
                    Figure.of(round.before().perSecond(), 3),
                    Figure.of(round.after().perSecond(), 3),
                    Figure.of(round.millisPerHash(), 3),
                    Figure.of(round.library(), 3),
                    Figure.of(round.path(), 3)));
            PROCESSES.forEach(process -> row.add(Figure.of(round.seconds().getOrDefault(process, 0.0), 3)));
            rows.add(row);
        }
        return new Sheet(columns, rows);
    }
}
