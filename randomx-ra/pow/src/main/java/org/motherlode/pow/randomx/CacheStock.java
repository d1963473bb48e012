package org.motherlode.pow.randomx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.motherlode.pow.machine.MemoryBudget;
import org.motherlode.randomx.Cache;
import org.motherlode.randomx.RandomX;

/**
 * The caches of one hasher, 256 MiB each. They are given another key rather than released: memory that was once put on huge
 * pages stays there. One more than seeds, so that the next seed need not wait for the last hash of an old one.
 */
final class CacheStock {
    static final int MOST = Wishes.MOST + 1;

    /** Of RandomX's {@code RANDOMX_ARGON_MEMORY}, 262144 KiB; the programs beside it are small. */
    static final long CACHE_BYTES = 256L << 20;

    private final RandomX randomX;
    private final MemoryBudget budget;
    private final Deque<Cache> idle = new ArrayDeque<>();
    private int made;
    private boolean closed;

    CacheStock(RandomX randomX, MemoryBudget budget) {
        this.randomX = randomX;
        this.budget = budget;
    }

    /** An {@link IllegalStateException} where all that may be made would not have room now. */
    void foresee() {
        budget.demand(MOST * CACHE_BYTES, "verification, with a cache for each of " + MOST + " seeds at most,");
    }

    /** What caches that are not made yet will take, in bytes. */
    synchronized long toCome() {
        return (MOST - made) * CACHE_BYTES;
    }

    /** An idle cache, or a new one; empty while all are in use. An {@link IllegalStateException} if there is no memory. */
    synchronized Optional<Cache> take() {
        if (closed) {
            return Optional.empty();
        }
        Cache free = idle.poll();
        if (free != null) {
            return Optional.of(free);
        }
        if (made == MOST) {
            return Optional.empty();
        }
        Cache fresh = randomX.newCache();
        made++;
        return Optional.of(fresh);
    }

    synchronized void giveBack(Cache cache) {
        if (closed) {
            cache.close();
        } else {
            idle.add(cache);
        }
    }

    /** Releases the idle ones at once, those in use as they come back. */
    synchronized void close() {
        closed = true;
        idle.forEach(Cache::close);
        idle.clear();
    }
}
