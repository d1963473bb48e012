package org.motherlode.ctl.chart;

import java.util.List;

/** A line to be drawn, through its points in their order. */
public record Curve(String name, List<Point> points) {
    public Curve {
        points = List.copyOf(points);
    }

    /**
     * A place on the chart.
     *
     * @param x on the axis from left to right
     * @param y on the one from bottom to top
     */
    public record Point(double x, double y) {}
}
