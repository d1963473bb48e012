package org.motherlode.ctl.simulation;

import java.util.List;
import java.util.Optional;

/**
 * What came out for a scheme.
 *
 * @param percentiles of the income of a day as a part of its fair value: the 0th to the 100th, over all runs
 */
public record Findings(String scheme, List<Figure> figures, List<Double> percentiles) {
    public Findings {
        figures = List.copyOf(figures);
        percentiles = List.copyOf(percentiles);
    }

    /** The figure of this kind, if the scheme has it. */
    public Optional<Figure> figure(Figure.Kind kind) {
        return figures.stream().filter(one -> one.kind() == kind).findFirst();
    }
}
