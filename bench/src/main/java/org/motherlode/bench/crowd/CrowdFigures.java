package org.motherlode.bench.crowd;

import java.util.ArrayList;
import java.util.List;
import org.motherlode.bench.report.Curve;
import org.motherlode.bench.report.Figure;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.report.Sheet;
import org.motherlode.bench.statistics.Latencies;
import org.motherlode.bench.swarm.Admission;
import org.motherlode.bench.swarm.Answer;

/** What a crowd met with. Nothing is judged: it may be anybody's pool. */
record CrowdFigures(CrowdSettings settings, Admission admission, Tally tally, Sent sent) {
    /** Shares of miners, and how often the restless ones came back. */
    record Sent(int shares, long comings) {}

    Outcome outcome(String port) {
        List<Latencies> all = new ArrayList<>();
        all.add(admission.logins());
        all.addAll(tally.answers().values());
        List<List<String>> rows = new ArrayList<>();
        all.forEach(latencies -> rows.add(row(latencies)));
        Sheet summary = new Sheet(List.of("answer", "count", "p50_ms", "p99_ms", "most_ms"), rows);
        List<List<String>> measured = new ArrayList<>();
        all.forEach(latencies -> latencies
                .points()
                .forEach(point -> measured.add(
                        List.of(latencies.name(), Figure.of(point.quantile(), 6), Figure.of(point.millis(), 4)))));
        return new Outcome("swarm", new Sheet(List.of("answer", "share", "millis"), measured), summary, verdict(port))
                .with(all.stream().map(Curve::of).toList());
    }

    String verdict(String port) {
        Latencies ok = tally.answers().getOrDefault(Answer.OK, new Latencies(Answer.OK));
        return port + ": " + admission.bots().size() + " of " + settings.bots() + " bots logged in, " + sent.shares()
                + " shares sent, " + ok.count() + " good answers (p99 " + Figure.of(ok.percentile(99), 1) + " ms), "
                + tally.jobs() + " jobs pushed, " + tally.told() + " other lines, " + sent.comings() + " reconnects, "
                + tally.ended()
                + " connections ended";
    }

    private static List<String> row(Latencies latencies) {
        return List.of(
                latencies.name(),
                Long.toString(latencies.count()),
                Figure.of(latencies.median(), 2),
                Figure.of(latencies.percentile(99), 2),
                Figure.of(latencies.most(), 2));
    }
}
