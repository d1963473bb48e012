package org.motherlode.web.rest;

/** Ends a request with a {@link Problem}; caught by {@link ProblemMapper}, never logged. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
