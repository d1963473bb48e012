package org.motherlode.bench.report;

import java.util.List;

/**
 * What one bench gave.
 *
 * @param bench its name, also of its file
 * @param measured every single measurement
 * @param summary what came out of them, with ratio and control
 * @param verdict a sentence that says whether the goal is met
 * @param curves to be drawn, if any
 */
public record Outcome(String bench, Sheet measured, Sheet summary, String verdict, List<Curve> curves) {
    public Outcome {
        if (!bench.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException("not a name for a file: " + bench);
        }
        curves = List.copyOf(curves);
    }

    public Outcome(String bench, Sheet measured, Sheet summary, String verdict) {
        this(bench, measured, summary, verdict, List.of());
    }

    public Outcome with(List<Curve> more) {
        return new Outcome(bench, measured, summary, verdict, more);
    }
}
