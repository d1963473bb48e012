package org.motherlode.web.rest;

import java.util.Optional;

/** A part of a list. Deep pages are refused, because the database has to walk past all rows before them. */
record Page(int limit, int offset) {
    static final int DEFAULT_LIMIT = 20;
    static final int LARGEST_LIMIT = 100;
    static final int LARGEST_OFFSET = 10_000;

    private static final Bounds LIMIT = new Bounds("limit", 1, LARGEST_LIMIT);
    private static final Bounds OFFSET = new Bounds("offset", 0, LARGEST_OFFSET);

    static Page of(Optional<String> limit, Optional<String> offset) {
        return new Page(
                limit.map(LIMIT::read).orElse(DEFAULT_LIMIT),
                offset.map(OFFSET::read).orElse(0));
    }

    private record Bounds(String name, int least, int most) {
        int read(String text) {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw refused();
            }
            throw refused();
        }

        private ProblemException refused() {
            String should = name + " must be a whole number from " + least + " to " + most + ".";
            return new ProblemException(Problem.badRequest("page", should));
        }
    }
}
