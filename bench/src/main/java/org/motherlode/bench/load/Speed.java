package org.motherlode.bench.load;

/**
 * How fast one thread hashes.
 *
 * @param perSecond hashes, by the clock on the wall
 * @param millis of processor time for one; the same however busy the machine is, or nearly so
 */
public record Speed(double perSecond, double millis) {}
