package org.motherlode.bench.report;

import java.util.Locale;

/** Spells numbers. */
public final class Figure {
    private Figure() {}

    /** With this many digits behind the point, which is a point everywhere. */
    public static String of(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
