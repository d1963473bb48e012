package org.motherlode.bench.report;

import java.util.List;
import org.motherlode.bench.statistics.Latencies;

/** A distribution of durations, to be drawn. */
public record Curve(String name, List<Latencies.Point> points) {
    public Curve {
        points = List.copyOf(points);
    }

    public static Curve of(Latencies latencies) {
        return new Curve(latencies.name(), latencies.points());
    }
}
