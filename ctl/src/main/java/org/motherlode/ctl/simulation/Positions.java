package org.motherlode.ctl.simulation;

import java.util.Arrays;

/** Growing, sorted places in the pool's line of shares; the first share has number 1. */
final class Positions {
    private long[] places = new long[1024];
    private int size;

    void add(long place) {
        if (size == places.length) places = Arrays.copyOf(places, size * 2);
        places[size++] = place;
    }

    /** Adds those that chance takes of the places after the one and up to the other, where each is taken with this chance. */
    void addSome(double chance, long after, long upTo, Dice dice) {
        for (long place = after + dice.tries(chance); place <= upTo; place += dice.tries(chance)) {
            add(place);
        }
    }

    int size() {
        return size;
    }

    long at(int index) {
        return places[index];
    }

    /** How many are after the one and up to the other. */
    int within(long after, long upTo) {
        return upTo(upTo) - upTo(after);
    }

    boolean has(long place) {
        return within(place - 1, place) > 0;
    }

    /** How many are not after this one. */
    int upTo(long place) {
        int found = Arrays.binarySearch(places, 0, size, place);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
