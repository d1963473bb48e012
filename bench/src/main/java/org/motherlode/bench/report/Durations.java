package org.motherlode.bench.report;

import java.util.List;
import org.motherlode.bench.statistics.Latencies.Point;
import org.motherlode.ctl.chart.Chart;
import org.motherlode.ctl.chart.Nines;
import org.motherlode.ctl.chart.Tens;

/**
 * Distributions of durations as a picture: the share of them from left to right, each nine more of it as wide as the one
 * before, and the duration that so many are at or below from bottom to top, each tenfold as high.
 */
record Durations(String title, List<Curve> curves) {
    String svg() {
        List<Point> all =
                curves.stream().flatMap(curve -> curve.points().stream()).toList();
        return new Chart(
                        title,
                        Nines.of(
                                "share of all, percent",
                                all.stream().map(Point::quantile).toList()),
                        Tens.of(
                                "milliseconds or less",
                                all.stream().map(Point::millis).toList()),
                        curves.stream().map(Durations::drawn).toList())
                .svg();
    }

    private static org.motherlode.ctl.chart.Curve drawn(Curve curve) {
        return new org.motherlode.ctl.chart.Curve(
                curve.name(),
                curve.points().stream()
                        .map(point -> new org.motherlode.ctl.chart.Curve.Point(point.quantile(), point.millis()))
                        .toList());
    }
}
