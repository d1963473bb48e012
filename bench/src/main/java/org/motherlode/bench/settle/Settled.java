package org.motherlode.bench.settle;

import java.time.Duration;
import org.motherlode.bench.settle.CrowdedWindow.Division;

/**
 * A block that was divided.
 *
 * @param division when
 * @param miners who were credited
 * @param heapBytes that the server's heap was larger afterwards, after collections; below zero if it was smaller
 */
record Settled(Division division, long miners, long heapBytes) {
    double seconds() {
        return Duration.between(division.began(), division.ended()).toMillis() / 1e3;
    }
}
