package org.motherlode.ctl.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.motherlode.ctl.chart.Chart;
import org.motherlode.ctl.chart.Curve;
import org.motherlode.ctl.chart.Even;
import org.motherlode.ctl.simulation.Figure.Kind;

/** The findings for a person, for a spreadsheet, and as a picture. */
public record Report(List<Findings> findings) {
    private static final List<Kind> INCOME = List.of(Kind.INCOME, Kind.DEVIATION, Kind.LOW, Kind.HIGH);
    private static final List<Kind> TIME = List.of(Kind.CREDIT_DAYS, Kind.WINDOW_DAYS, Kind.FILLING);
    private static final List<Kind> HOPPING = List.of(Kind.HOPPER, Kind.STEADY);
    private static final double MOST_DRAWN = 4;
    private static final int COLUMN = 29;
    private static final int FIRST_COLUMN = 24;

    public Report {
        findings = List.copyOf(findings);
    }

    /** Tables: the value, how far chance may have moved it, and in brackets what it should be. */
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add("A steady miner. 1 is the fair value of its work, before any fee.");
        lines.addAll(table(INCOME));
        lines.add("");
        lines.addAll(table(TIME));
        lines.add("");
        lines.add("A hopper, who is here while the round is young and paid fairly elsewhere otherwise.");
        lines.addAll(table(HOPPING));
        lines.add("");
        lines.add("value +- how far chance may have moved it, in 95 of 100 simulations (what theory says)");
        return lines;
    }

    private List<String> table(List<Kind> kinds) {
        List<String> lines = new ArrayList<>();
        lines.add(row("", kinds.stream().map(Report::heading).toList()));
        for (Findings scheme : findings) {
            lines.add(row(
                    scheme.scheme(),
                    kinds.stream()
                            .map(kind -> scheme.figure(kind).map(Report::cell).orElse("-"))
                            .toList()));
        }
        return lines;
    }

    private static String heading(Kind kind) {
        return isGain(kind)
                ? kind.words() + ", %"
                : kind.unit().equals("days") ? kind.words() + ", days" : kind.words();
    }

    private static String row(String first, List<String> cells) {
        return (String.format(Locale.ROOT, "%-" + FIRST_COLUMN + "s", first)
                        + cells.stream()
                                .map(cell -> String.format(Locale.ROOT, "%-" + COLUMN + "s", cell))
                                .collect(Collectors.joining()))
                .stripTrailing();
    }

    private static String cell(Figure figure) {
        double scale = isGain(figure.kind()) ? 100 : 1;
        if (!Double.isFinite(figure.seen().value())) return "never";
        return number(figure.seen().value() * scale) + " +- "
                + number(figure.seen().half() * scale)
                + (figure.theory().isPresent() ? " (" + number(figure.theory().getAsDouble() * scale) + ")" : "");
    }

    private static boolean isGain(Kind kind) {
        return HOPPING.contains(kind);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.4f" : "%.2f", value);
    }

    /** One line for each figure, with a heading; no theory is an empty field. */
    public List<String> csv() {
        List<String> lines = new ArrayList<>(List.of("scheme,figure,unit,value,half of the 95 % interval,theory"));
        for (Findings scheme : findings) {
            for (Figure figure : scheme.figures()) {
                lines.add(String.join(
                        ",",
                        scheme.scheme(),
                        figure.kind().words(),
                        figure.kind().unit(),
                        exact(OptionalDouble.of(figure.seen().value())),
                        exact(OptionalDouble.of(figure.seen().half())),
                        exact(figure.theory())));
            }
        }
        return lines;
    }

    private static String exact(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.8f", value.getAsDouble()) : "";
    }

    /** The income of a day of a steady miner, from the worst day to the best, as SVG. */
    public String svg(String title) {
        List<Curve> curves = findings.stream().map(Report::curve).toList();
        return new Chart(
                        title,
                        new Even("days, percent, from the worst to the best", 0, 100, 10),
                        new Even(
                                "income of the day, 1 is the fair value of the work (what is above 4 is drawn at 4)",
                                0,
                                MOST_DRAWN,
                                8),
                        curves)
                .svg();
    }

    private static Curve curve(Findings scheme) {
        List<Curve.Point> points = new ArrayList<>();
        for (int percent = 0; percent < scheme.percentiles().size(); percent++) {
            points.add(new Curve.Point(percent, scheme.percentiles().get(percent)));
        }
        return new Curve(scheme.scheme(), points);
    }
}
