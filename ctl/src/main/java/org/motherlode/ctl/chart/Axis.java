package org.motherlode.ctl.chart;

import java.util.List;

/** One of the two axes of a chart: where a value lies on it, and which values are marked. */
public interface Axis {
    /** What is counted along it, with its unit. */
    String title();

    /** From 0, where it begins, to 1, where it ends; a value beyond lies at the nearer end. */
    double place(double value);

    List<Mark> marks();

    /** A value with a line of its own, and how it is spelled. */
    record Mark(double value, String words) {}
}
