package org.motherlode.ra.statistics;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Durations in whole microseconds, counted in fixed buckets: eight to each power of two, so that a quantile is at most
 * one eighth too large. Never too small, never reset.
 */
public final class LatencyHistogram {
    private static final int PARTS_BITS = 3;
    private static final int PARTS = 1 << PARTS_BITS;

    private final AtomicLongArray buckets = new AtomicLongArray((Long.SIZE - PARTS_BITS) * PARTS);

    public void record(long micros) {
        buckets.incrementAndGet(bucket(Math.max(0, micros)));
    }

    /** The upper edge of the bucket in which this percentile lies; 0 if nothing was recorded. */
    public long percentile(int percent) {
        long total = 0;
        for (int i = 0; i < buckets.length(); i++) {
            total += buckets.get(i);
        }
        // Rounded up: the 99th percentile of ten values is the tenth.
        long wanted = (total * percent + 99) / 100;
        long seen = 0;
        for (int i = 0; i < buckets.length() && total > 0; i++) {
            seen += buckets.get(i);
            if (seen >= wanted) {
                return upperEdge(i);
            }
        }
        return 0;
    }

    private static int bucket(long micros) {
        if (micros < PARTS) {
            return (int) micros;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(micros) - PARTS_BITS;
        return (shift + 1) * PARTS + (int) (micros >>> shift) - PARTS;
    }

    private static long upperEdge(int bucket) {
        if (bucket < PARTS) {
            return bucket;
        }
        int shift = bucket / PARTS - 1;
        long low = (long) (bucket % PARTS + PARTS) << shift;
        return low + (1L << shift) - 1;
    }
}
