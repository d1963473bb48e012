package org.motherlode.ejb.share;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What the ledger has stored since the start; written by its thread, read by the metrics. */
final class ShareFigures {
    private final AtomicLong shares = new AtomicLong();
    private final AtomicLong batches = new AtomicLong();
    private final AtomicLong known = new AtomicLong();
    private volatile Optional<Instant> oldest = Optional.empty();

    void stored(long newShares, long newBatches, long knownBatches) {
        shares.addAndGet(newShares);
        batches.addAndGet(newBatches);
        known.addAndGet(knownBatches);
        oldest = Optional.empty();
    }

    /** Batches are in hand, the oldest closed at this time. */
    void waiting(Instant closedAt) {
        oldest = Optional.of(closedAt);
    }

    long shares() {
        return shares.get();
    }

    long batches() {
        return batches.get();
    }

    /** Batches that had been stored before and came again. */
    long known() {
        return known.get();
    }

    Optional<Instant> oldestWaiting() {
        return oldest;
    }
}
