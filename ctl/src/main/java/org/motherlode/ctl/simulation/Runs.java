package org.motherlode.ctl.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What the runs of one scheme gave, one number of each kind a run; then the figures of all of them. */
final class Runs {
    private final SimulatedPool pool;
    private final Scheme scheme;
    private final Map<Figure.Kind, List<Double>> seen = new EnumMap<>(Figure.Kind.class);
    private final List<Double> days = new ArrayList<>();

    Runs(SimulatedPool pool, Scheme scheme) {
        this.pool = pool;
        this.scheme = scheme;
    }

    /** A run without hopper. */
    void addSteady(Course course) {
        Income income = new Income(scheme, course);
        double scale = pool.net() / pool.fairPerDay();
        List<Double> ofDays = income.byDay().stream().map(day -> day * scale).toList();
        double mean = Interval.mean(ofDays);
        double squares =
                ofDays.stream().mapToDouble(day -> (day - mean) * (day - mean)).sum();
        add(Figure.Kind.INCOME, mean);
        add(Figure.Kind.DEVIATION, squares / (ofDays.size() - 1.0));
        add(Figure.Kind.LOW, Income.percentile(ofDays, 5));
        add(Figure.Kind.HIGH, Income.percentile(ofDays, 95));
        add(Figure.Kind.CREDIT_DAYS, (double) income.credits() / ofDays.size());
        double window = income.window();
        if (window > 0) add(Figure.Kind.WINDOW_DAYS, window / pool.sharesPerDay());
        if (scheme instanceof Pplns) {
            double fair = pool.minerPart() * pool.windowShares() * pool.blockChance();
            add(Figure.Kind.FILLING, income.first(pool.windowShares()) * pool.net() / fair);
        }
        days.addAll(ofDays);
    }

    /**
     * A run with one. Where he is not here every share of his is paid its fair value; the fee is the same everywhere, so that
     * it is left out.
     *
     * @param elsewhere how many shares he finds there
     */
    void addHopped(Course hopper, Course steady, double elsewhere) {
        double away = elsewhere * pool.blockChance();
        add(Figure.Kind.HOPPER, (new Income(scheme, hopper).whole() + away) / (fair(hopper) + away) - 1);
        add(Figure.Kind.STEADY, new Income(scheme, steady).whole() / fair(steady) - 1);
    }

    private double fair(Course course) {
        return course.own().within(course.begin(), course.end()) * pool.blockChance();
    }

    private void add(Figure.Kind kind, double value) {
        seen.computeIfAbsent(kind, none -> new ArrayList<>()).add(value);
    }

    Findings findings() {
        List<Double> sorted = new ArrayList<>(days);
        Collections.sort(sorted);
        List<Figure> figures = new ArrayList<>();
        seen.forEach((kind, runs) -> figures.add(new Figure(kind, interval(kind, runs), theory(kind))));
        return new Findings(
                scheme.name(),
                figures,
                IntStream.rangeClosed(0, 100)
                        .mapToObj(percent -> Income.sortedPercentile(sorted, percent))
                        .toList());
    }

    private static Interval interval(Figure.Kind kind, List<Double> runs) {
        return switch (kind) {
            case DEVIATION -> Interval.ofRoot(runs);
            case CREDIT_DAYS -> Interval.ofMean(runs).inverse();
            default -> Interval.ofMean(runs);
        };
    }

    private OptionalDouble theory(Figure.Kind kind) {
        Theory theory = scheme.theory();
        return switch (kind) {
            case INCOME -> OptionalDouble.of(pool.net());
            case DEVIATION -> OptionalDouble.of(theory.deviation());
            case CREDIT_DAYS -> OptionalDouble.of(theory.creditDays());
            case WINDOW_DAYS -> theory.windowDays();
            case HOPPER -> theory.hopperGain();
            case STEADY -> theory.steadyGain();
            case LOW, HIGH, FILLING -> OptionalDouble.empty();
        };
    }
}
