package org.motherlode.web.rest;

import java.util.Optional;

/** A part of a list. Deep pages are refused, because the database has to walk past all rows before them. */
record Page(int limit, int offset) {
    static final int DEFAULT_LIMIT = 20;
    static final int LARGEST_LIMIT = 100;
    static final int LARGEST_OFFSET = 10_000;

    static Page of(Optional<String> limit, Optional<String> offset) {
        return new Page(
                number("limit", limit, DEFAULT_LIMIT, 1, LARGEST_LIMIT),
                number("offset", offset, 0, 0, LARGEST_OFFSET));
    }

    private static int number(String name, Optional<String> text, int otherwise, int least, int most) {
        if (text.isEmpty()) {
            return otherwise;
        }
        String should = name + " must be a whole number from " + least + " to " + most + ".";
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new ProblemException(Problem.badRequest("page", should));
        }
        throw new ProblemException(Problem.badRequest("page", should));
    }
}
