package org.motherlode.ra.statistics;

import java.util.concurrent.TimeUnit;

/** How long new work takes from becoming current until its job is written to the last connection. Safe for any thread. */
public final class Spread {
    private final LatencyHistogram all = new LatencyHistogram();
    private volatile long newest;

    public void record(long nanos) {
        newest = TimeUnit.NANOSECONDS.toMicros(nanos);
        all.record(newest);
    }

    /** Microseconds that the newest work took; 0 if there was none yet. */
    long newest() {
        return newest;
    }

    /** Microseconds within which so many of a hundred were with everybody. */
    long percentile(int percent) {
        return all.percentile(percent);
    }
}
