package org.motherlode.randomx;

/**
 * The making of a dataset in slices, by any number of threads; each calls {@link #slice} until it answers false. To give
 * up, stop calling and close: the dataset is then empty. The cache cannot be changed or released meanwhile.
 */
public final class Filling implements AutoCloseable {
    private final Dataset dataset;
    private final Cache cache;
    private final long cacheHandle;
    private long handedOut;
    private long done;
    private int active;
    private boolean closed;

    Filling(Dataset dataset, Cache cache) {
        this.dataset = dataset;
        this.cache = cache;
        this.cacheHandle = cache.enter();
    }

    /** Fills at most {@code count} further items, about a microsecond each; false if none was left to hand out. */
    public boolean slice(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a slice has at least one item: " + count);
        }
        long[] range = take(count);
        if (range[1] == 0) {
            return false;
        }
        long filled = 0;
        try {
            Bridge.initItems(dataset.handleWhileFilling(), cacheHandle, range);
            filled = range[1];
        } finally {
            giveBack(filled);
        }
        return true;
    }

    private synchronized long[] take(int count) {
        if (closed) {
            throw new IllegalStateException("the filling is closed");
        }
        long[] range = {handedOut, Math.min(count, dataset.items() - handedOut)};
        handedOut += range[1];
        active += range[1] == 0 ? 0 : 1;
        return range;
    }

    private synchronized void giveBack(long filled) {
        done += filled;
        active--;
    }

    /** Items that are filled so far. */
    public synchronized long done() {
        return done;
    }

    /** Ends it; the dataset is ready if every item was filled. An {@link IllegalStateException} while a slice is running. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        if (active > 0) {
            throw new IllegalStateException(active + " slices are still being filled");
        }
        closed = true;
        cache.leave();
        dataset.filled(done == dataset.items());
    }
}
