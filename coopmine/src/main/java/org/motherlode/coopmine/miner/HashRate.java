package org.motherlode.coopmine.miner;

import java.util.function.LongSupplier;

/** How fast a counter of hashes grows, since the start and since it was last asked. For one thread. */
final class HashRate {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LongSupplier hashes;
    private final LongSupplier nanoTime;
    private final long startNanos;
    private long lastNanos;
    private long lastHashes;

    HashRate(LongSupplier hashes, LongSupplier nanoTime) {
        this.hashes = hashes;
        this.nanoTime = nanoTime;
        this.startNanos = nanoTime.getAsLong();
        this.lastNanos = startNanos;
    }

    Reading sinceStart() {
        return new Reading(hashes.getAsLong(), nanoTime.getAsLong() - startNanos);
    }

    Reading sinceLast() {
        long sum = hashes.getAsLong();
        long now = nanoTime.getAsLong();
        Reading reading = new Reading(sum - lastHashes, now - lastNanos);
        lastHashes = sum;
        lastNanos = now;
        return reading;
    }

    /** Hashes over nanoseconds. */
    record Reading(long hashes, long nanos) {
        /** In thousandths of a hash per second, rounded down. */
        long milliHashesPerSecond() {
            return hashes * 1_000_000 / Math.max(1, nanos / NANOS_PER_MILLI);
        }

        /** With one decimal, cut. */
        @Override
        public String toString() {
            long tenths = milliHashesPerSecond() / 100;
            return tenths / 10 + "." + tenths % 10 + " H/s";
        }
    }
}
