package org.motherlode.ctl.simulation;

import java.util.OptionalDouble;

/**
 * One result of a scheme.
 *
 * @param kind what it is, the same of all schemes
 * @param theory what it should be, where there is a formula
 */
public record Figure(Kind kind, Interval seen, OptionalDouble theory) {
    /** What is measured. */
    public enum Kind {
        INCOME("income a day", "of fair value"),
        DEVIATION("standard deviation", "of fair value"),
        LOW("5 % of days below", "of fair value"),
        HIGH("5 % of days above", "of fair value"),
        CREDIT_DAYS("between credits", "days"),
        WINDOW_DAYS("window", "days"),
        FILLING("while the window fills", "of fair value"),
        HOPPER("the hopper gains", "of fair value"),
        STEADY("the steady miner beside him", "of fair value");

        private final String words;
        private final String unit;

        Kind(String words, String unit) {
            this.words = words;
            this.unit = unit;
        }

        public String words() {
            return words;
        }

        public String unit() {
            return unit;
        }
    }
}
