package org.motherlode.bench.login;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.motherlode.bench.report.Curve;
import org.motherlode.bench.report.Figure;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.report.Sheet;
import org.motherlode.bench.statistics.Latencies;
import org.motherlode.bench.statistics.Quantiles;

/** What came out: rates are medians over the rounds, waiting times are those of all. */
final class LoginFigures {
    static final double GOAL = 15_000;

    private final List<LoginRound> rounds;
    private final LoginSettings settings;

    LoginFigures(List<LoginRound> rounds, LoginSettings settings) {
        this.rounds = List.copyOf(rounds);
        this.settings = settings;
    }

    double perSecond() {
        return median(LoginRound::perSecond);
    }

    int lost() {
        return rounds.stream().mapToInt(LoginRound::lost).sum();
    }

    private double median(ToDoubleFunction<LoginRound> figure) {
        return Quantiles.of(rounds.stream().map(figure::applyAsDouble).toList()).median();
    }

    private Latencies all() {
        Latencies all = new Latencies("from connecting to the first job");
        rounds.forEach(round -> all.add(round.logins()));
        return all;
    }

    String verdict() {
        boolean met = perSecond() >= GOAL && lost() == 0;
        return Figure.of(perSecond(), 0) + " logins a second" + (settings.tls() ? " over TLS" : "") + " with "
                + settings.atOnce() + " on their way at once, "
                + lost() + " of " + (rounds.size() * settings.bots()) + " lost: goal of 15000 "
                + (settings.tls() ? "(without TLS) " : "") + "and none " + (met ? "met" : "missed");
    }

    Outcome outcome() {
        double floor = median(LoginRound::floorPerSecond);
        Latencies all = all();
        Sheet summary = new Sheet(
                List.of("what", "per_second", "ratio_to_floor", "p50_ms", "p99_ms", "most_ms"),
                List.of(
                        List.of(
                                "logins",
                                Figure.of(perSecond(), 0),
                                Figure.of(perSecond() / floor, 3),
                                Figure.of(all.median(), 1),
                                Figure.of(all.percentile(99), 1),
                                Figure.of(all.most(), 1)),
                        List.of("one thread that repeats a line (floor)", Figure.of(floor, 0), "1.000", "", "", "")));
        List<List<String>> measured = new ArrayList<>();
        for (LoginRound round : rounds) {
            measured.add(List.of(
                    Integer.toString(measured.size()),
                    Integer.toString(settings.bots()),
                    Integer.toString(settings.atOnce()),
                    Integer.toString(round.lost()),
                    Figure.of(round.perSecond(), 1),
                    Figure.of(round.floorPerSecond(), 1),
                    Figure.of(round.logins().median(), 3),
                    Figure.of(round.logins().percentile(99), 3),
                    Figure.of(round.logins().most(), 3)));
        }
        List<String> columns = List.of(
                "round", "bots", "at_once", "lost", "per_second", "floor_per_second", "p50_ms", "p99_ms", "most_ms");
        return new Outcome(settings.tls() ? "logins-tls" : "logins", new Sheet(columns, measured), summary, verdict())
                .with(List.of(Curve.of(all)));
    }
}
