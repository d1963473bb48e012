package org.motherlode.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.motherlode.bench.statistics.Latencies.Point;

/**
 * Distributions of durations as an SVG picture: the share of them from left to right, each nine more of it as wide as the
 * one before, and the duration that so many are at or below from bottom to top, each tenfold as high.
 */
final class Chart {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 560;
    private static final int LEFT = 80;
    private static final int RIGHT = 250;
    private static final int TOP = 90;
    private static final int BOTTOM = 60;
    private static final int LEGEND_STEP = 22;
    private static final int LINE_CHARS = 130;
    private static final int MOST_TENS = 6;
    private static final List<String> COLORS =
            List.of("#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#17becf", "#8c564b", "#7f7f7f");

    private final String title;
    private final List<Curve> curves;
    private final int nines;
    private final int lowest;
    private final int highest;

    Chart(String title, List<Curve> curves) {
        this.title = title;
        this.curves = curves.stream().filter(curve -> !curve.points().isEmpty()).toList();
        // Half a nine of what lies right of it all is worth no room: the rarest of n is drawn at 1 - 1/n.
        this.nines = (int) Math.ceil(all().stream()
                .filter(point -> point.quantile() < 1)
                .mapToDouble(point -> depth(point.quantile()))
                .max()
                .orElse(1));
        int least =
                (int) Math.floor(all().stream().mapToDouble(Chart::tens).min().orElse(0));
        this.highest = Math.max(least + 1, (int)
                Math.ceil(all().stream().mapToDouble(Chart::tens).max().orElse(1)));
        this.lowest = Math.max(least, highest - MOST_TENS);
    }

    private List<Point> all() {
        return curves.stream().flatMap(curve -> curve.points().stream()).toList();
    }

    private static double tens(Point point) {
        return Math.log10(Math.max(0.001, point.millis()));
    }

    /** How many nines: 0.99 has two. */
    private static double depth(double quantile) {
        return -Math.log10(1 - quantile);
    }

    String svg() {
        List<String> parts = new ArrayList<>();
        parts.add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + HEIGHT
                + "\" font-family=\"sans-serif\" font-size=\"13\">");
        parts.add("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            parts.add(text(LEFT, LEGEND_STEP + i * 16.0, "start", lines.get(i)));
        }
        grid(parts);
        for (int i = 0; i < curves.size(); i++) {
            draw(parts, curves.get(i), i);
        }
        parts.add("</svg>");
        return String.join("\n", parts) + "\n";
    }

    /** The title, broken where a line is full. */
    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : title.split(" ", -1)) {
            if (line.length() + word.length() > LINE_CHARS) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private void grid(List<String> parts) {
        parts.add(text(LEFT, HEIGHT - 12, "start", "share of all, percent"));
        parts.add(text(LEFT, TOP - 4, "start", "milliseconds or less"));
        for (int nine = 0; nine <= nines; nine++) {
            double x = x(nine);
            parts.add(line(x, TOP, x, HEIGHT - BOTTOM));
            parts.add(text(x, HEIGHT - BOTTOM + 18, "middle", percent(nine)));
        }
        for (int ten = lowest; ten <= highest; ten++) {
            double y = y(ten);
            parts.add(line(LEFT, y, WIDTH - RIGHT, y));
            parts.add(text(LEFT - 8, y + 4, "end", Figure.of(Math.pow(10, ten), Math.max(0, -ten))));
        }
    }

    private static String percent(int nine) {
        return Figure.of(100 - Math.pow(10, 2.0 - nine), Math.max(0, nine - 2));
    }

    private void draw(List<String> parts, Curve curve, int number) {
        String color = COLORS.get(number % COLORS.size());
        String path = curve.points().stream()
                .map(point -> Figure.of(x(point.quantile() < 1 ? depth(point.quantile()) : nines), 1) + ","
                        + Figure.of(y(tens(point)), 1))
                .collect(Collectors.joining(" "));
        parts.add("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"" + color + "\" points=\"" + path + "\"/>");
        double y = TOP + 10.0 + (double) number * LEGEND_STEP;
        double x = WIDTH - RIGHT + 15.0;
        parts.add("<rect x=\"" + x + "\" y=\"" + (y - 8) + "\" width=\"16\" height=\"4\" fill=\"" + color + "\"/>");
        parts.add(text(x + 22, y, "start", curve.name()));
    }

    private double x(double nine) {
        return LEFT + Math.min(nine, nines) * (WIDTH - LEFT - RIGHT) / Math.max(1, nines);
    }

    private double y(double ten) {
        return HEIGHT - BOTTOM - (Math.max(ten, lowest) - lowest) * (HEIGHT - TOP - BOTTOM) / (highest - lowest);
    }

    private static String line(double x1, double y1, double x2, double y2) {
        return String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>",
                x1,
                y1,
                x2,
                y2);
    }

    private static String text(double x, double y, String anchor, String words) {
        String safe = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, safe);
    }
}
