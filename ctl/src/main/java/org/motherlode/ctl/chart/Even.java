package org.motherlode.ctl.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Numbers of which equal steps are equally wide.
 *
 * @param steps how many there are between begin and end, each with a mark
 */
public record Even(String title, double begin, double end, int steps) implements Axis {
    public Even {
        if (!(end > begin) || steps < 1) {
            throw new IllegalArgumentException("an axis needs room: " + begin + " to " + end + " in " + steps);
        }
    }

    @Override
    public double place(double value) {
        return (Math.min(Math.max(value, begin), end) - begin) / (end - begin);
    }

    @Override
    public List<Mark> marks() {
        return IntStream.rangeClosed(0, steps)
                .mapToDouble(step -> begin + (end - begin) * step / steps)
                .mapToObj(value -> new Mark(value, words(value)))
                .toList();
    }

    /** With as many digits as it needs, at most two. */
    private static String words(double value) {
        String exact = String.format(Locale.ROOT, "%.2f", value);
        return exact.contains(".") ? exact.replaceAll("\\.?0+$", "") : exact;
    }
}
