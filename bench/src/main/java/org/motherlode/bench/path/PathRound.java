package org.motherlode.bench.path;

import java.util.Map;
import org.motherlode.bench.load.Speed;

/**
 * Hashes or shares per second, and what they cost.
 *
 * @param before one thread of the library alone, before the path
 * @param after the same after it
 * @param library as many threads as there are verifiers, of the library alone
 * @param path through the whole path
 * @param shares how many went through the path
 * @param seconds of processor time that they took, by process
 */
record PathRound(Speed before, Speed after, double library, double path, int shares, Map<String, Double> seconds) {
    PathRound {
        seconds = Map.copyOf(seconds);
    }

    double alone() {
        return (before.perSecond() + after.perSecond()) / 2;
    }

    /** Processor milliseconds of one hash of the library alone. */
    double millisPerHash() {
        return (before.millis() + after.millis()) / 2;
    }

    /** Processor milliseconds of this process for one share. */
    double millisPerShare(String process) {
        return seconds.getOrDefault(process, 0.0) * 1_000 / shares;
    }
}
