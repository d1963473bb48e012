package org.motherlode.batch.pay;

/** Counts the places before and after each call to the rows or the wallet, and kills the process at a chosen one. */
final class Cuts {
    private static final int NEVER = -1;

    private int left = NEVER;

    /** Dies at this place, counted from 0 and from now on. */
    void at(int place) {
        left = place;
    }

    void none() {
        left = NEVER;
    }

    boolean isAhead() {
        return left != NEVER;
    }

    void place(String name) {
        if (left == 0) {
            left = NEVER;
            throw new Cut(name);
        }
        if (left > 0) {
            left--;
        }
    }
}
