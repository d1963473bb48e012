package org.motherlode.bench.push;

import java.util.List;

/**
 * One job that was sent to all.
 *
 * @param bots how many should have it
 * @param written nanoseconds after which the sender had written the last line, by its own word
 * @param nanos after which each had it, in order
 */
record Push(int bots, long written, List<Long> nanos) {
    Push {
        nanos = List.copyOf(nanos);
        if (nanos.isEmpty()) {
            throw new IllegalArgumentException("nobody got the job");
        }
    }

    int missing() {
        return bots - nanos.size();
    }

    long first() {
        return nanos.get(0);
    }

    long last() {
        return nanos.get(nanos.size() - 1);
    }
}
