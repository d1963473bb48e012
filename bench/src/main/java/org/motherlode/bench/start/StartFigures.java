package org.motherlode.bench.start;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.motherlode.bench.house.ResidentMemory;
import org.motherlode.bench.report.Figure;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.report.Sheet;
import org.motherlode.bench.statistics.Quantiles;

/** What came out. The slowest run counts, not the median. */
final class StartFigures {
    private static final double GOAL_MILLIS = 20_000;

    private final List<StartRun> runs;
    private final ResidentMemory settled;
    private final ResidentMemory loaded;

    StartFigures(List<StartRun> runs, ResidentMemory settled, ResidentMemory loaded) {
        this.runs = List.copyOf(runs);
        this.settled = settled;
        this.loaded = loaded;
    }

    String verdict() {
        double slowest = of(StartRun::login).most();
        return "the slowest start of " + runs.size() + " took " + seconds(slowest)
                + " s until a login was answered: goal of" + " 20 s " + (slowest <= GOAL_MILLIS ? "met" : "missed");
    }

    Outcome outcome() {
        double bare = of(StartRun::bare).median();
        List<List<String>> summary = List.of(
                time("bare server (control)", of(StartRun::bare), bare),
                time("login answered", of(StartRun::login), bare),
                time("deployment complete", of(StartRun::complete), bare),
                memory("memory after settling", settled),
                memory("memory after load", loaded));
        List<List<String>> measured = new ArrayList<>();
        for (StartRun run : runs) {
            measured.add(List.of(
                    Integer.toString(measured.size()),
                    Long.toString(run.bare()),
                    Long.toString(run.login()),
                    Long.toString(run.complete())));
        }
        return new Outcome(
                "start",
                new Sheet(List.of("run", "bare_nanos", "login_nanos", "complete_nanos"), measured),
                new Sheet(
                        List.of(
                                "what",
                                "median_s",
                                "slowest_s",
                                "ratio_to_bare",
                                "rss_mib",
                                "anonymous_mib",
                                "peak_mib"),
                        summary),
                verdict());
    }

    private Quantiles of(Function<StartRun, Long> time) {
        return Quantiles.ofNanos(runs.stream().map(time).toList());
    }

    private static List<String> time(String what, Quantiles times, double bare) {
        String ratio = Figure.of(times.median() / bare, 2);
        return List.of(what, seconds(times.median()), seconds(times.most()), ratio, "", "", "");
    }

    private static List<String> memory(String what, ResidentMemory memory) {
        return List.of(
                what,
                "",
                "",
                "",
                Long.toString(memory.resident()),
                Long.toString(memory.anonymous()),
                Long.toString(memory.peak()));
    }

    private static String seconds(double millis) {
        return Figure.of(millis / 1_000, 2);
    }
}
