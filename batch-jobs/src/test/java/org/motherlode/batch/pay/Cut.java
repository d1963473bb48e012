package org.motherlode.batch.pay;

/** The process dies here: nothing of the caller runs after it. */
final class Cut extends RuntimeException {
    private static final long serialVersionUID = 1;

    Cut(String place) {
        super(place);
    }
}
