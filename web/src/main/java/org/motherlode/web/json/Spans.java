package org.motherlode.web.json;

/** Lengths of time in words. */
final class Spans {
    private Spans() {}

    /** The largest unit that divides the span exactly: {@code 1 hour}, {@code 90 minutes}, {@code 45 seconds}. */
    static String words(long seconds) {
        if (seconds > 0 && seconds % 86_400 == 0) {
            return counted(seconds / 86_400, "day");
        }
        if (seconds > 0 && seconds % 3600 == 0) {
            return counted(seconds / 3600, "hour");
        }
        if (seconds > 0 && seconds % 60 == 0) {
            return counted(seconds / 60, "minute");
        }
        return counted(seconds, "second");
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
