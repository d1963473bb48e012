package org.motherlode.pow.randomx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.motherlode.pow.machine.MemoryBudget;
import org.motherlode.randomx.Dataset;
import org.motherlode.randomx.RandomX;

/**
 * The datasets of one hasher, 2080 MiB each. Each is made when it is first needed and there is room for it then, and is given
 * another seed rather than released.
 */
final class DatasetStock {
    /** Besides the first and the caches that are yet to come: the machines, and what the kernel should not be left without. */
    private static final long MARGIN_BYTES = 256L << 20;

    /** The same besides a second one, which only saves time: the heap and the database beside it may grow too. */
    private static final long SECOND_MARGIN_BYTES = 512L << 20;

    private final RandomX randomX;
    private final MemoryBudget budget;
    private final int most;
    private final LongSupplier cachesToCome;
    private final Deque<Dataset> idle = new ArrayDeque<>();
    private int made;
    private boolean closed;

    /** {@code cachesToCome}: bytes that caches will take which are not made yet. */
    DatasetStock(RandomX randomX, MemoryBudget budget, int most, LongSupplier cachesToCome) {
        this.cachesToCome = cachesToCome;
        this.randomX = randomX;
        this.budget = budget;
        this.most = most;
    }

    /** An {@link IllegalStateException} where all that may be made would not have room now. */
    void foresee() {
        if (most > 1) {
            budget.demand(
                    most * randomX.datasetBytes() + SECOND_MARGIN_BYTES + cachesToCome.getAsLong(),
                    "a second dataset beside the first");
        }
    }

    /** One that nobody uses; empty if there is none. */
    synchronized Optional<Dataset> take() {
        return Optional.ofNullable(idle.poll());
    }

    /** A new one; empty if there are as many as there may be. An {@link IllegalStateException} if there is no memory. */
    synchronized Optional<Dataset> make() {
        if (closed || made == most) {
            return Optional.empty();
        }
        budget.demand(
                randomX.datasetBytes() + (made == 0 ? MARGIN_BYTES : SECOND_MARGIN_BYTES) + cachesToCome.getAsLong(),
                made == 0 ? "fast mode" : "a second dataset");
        Dataset fresh = randomX.newDataset();
        made++;
        return Optional.of(fresh);
    }

    synchronized void giveBack(Dataset dataset) {
        if (closed) {
            dataset.close();
        } else {
            idle.add(dataset);
        }
    }

    synchronized int made() {
        return made;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** For the operator. */
    String describe() {
        return "datasets: " + made() + " of at most " + most + " made, " + mebibytes(randomX.datasetBytes())
                + " MiB each, beside a cache of 256 MiB for each seed";
    }

    private static long mebibytes(long bytes) {
        return (bytes + (1L << 20) - 1) >> 20;
    }

    /** Releases the idle ones at once, those in use as they come back. */
    synchronized void close() {
        closed = true;
        idle.forEach(Dataset::close);
        idle.clear();
    }
}
