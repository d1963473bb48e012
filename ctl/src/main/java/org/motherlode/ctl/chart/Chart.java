package org.motherlode.ctl.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Curves over two axes as an SVG picture. Those without a point are left out. */
public final class Chart {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 560;
    private static final int LEFT = 80;
    private static final int RIGHT = 250;
    private static final int TOP = 90;
    private static final int BOTTOM = 60;
    private static final int LEGEND_STEP = 22;
    private static final int LINE_CHARS = 115;
    private static final List<String> COLORS =
            List.of("#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#17becf", "#8c564b", "#7f7f7f");

    private final String title;
    private final Axis across;
    private final Axis up;
    private final List<Curve> curves;

    public Chart(String title, Axis across, Axis up, List<Curve> curves) {
        this.title = title;
        this.across = across;
        this.up = up;
        this.curves = curves.stream().filter(curve -> !curve.points().isEmpty()).toList();
    }

    /** The whole file. */
    public String svg() {
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
        parts.add(text(LEFT, HEIGHT - 12, "start", across.title()));
        parts.add(text(LEFT, TOP - 4, "start", up.title()));
        for (Axis.Mark mark : across.marks()) {
            double x = x(mark.value());
            parts.add(line(x, TOP, x, HEIGHT - BOTTOM));
            parts.add(text(x, HEIGHT - BOTTOM + 18, "middle", mark.words()));
        }
        for (Axis.Mark mark : up.marks()) {
            double y = y(mark.value());
            parts.add(line(LEFT, y, WIDTH - RIGHT, y));
            parts.add(text(LEFT - 8, y + 4, "end", mark.words()));
        }
    }

    private void draw(List<String> parts, Curve curve, int number) {
        String color = COLORS.get(number % COLORS.size());
        String path = curve.points().stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", x(point.x()), y(point.y())))
                .collect(Collectors.joining(" "));
        parts.add("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"" + color + "\" points=\"" + path + "\"/>");
        double y = TOP + 10.0 + (double) number * LEGEND_STEP;
        double x = WIDTH - RIGHT + 15.0;
        parts.add("<rect x=\"" + x + "\" y=\"" + (y - 8) + "\" width=\"16\" height=\"4\" fill=\"" + color + "\"/>");
        parts.add(text(x + 22, y, "start", curve.name()));
    }

    private double x(double value) {
        return LEFT + across.place(value) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - up.place(value) * (HEIGHT - TOP - BOTTOM);
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
