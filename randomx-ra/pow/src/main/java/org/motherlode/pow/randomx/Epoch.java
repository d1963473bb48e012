package org.motherlode.pow.randomx;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.motherlode.model.pow.Seed;
import org.motherlode.randomx.Memory;

/**
 * A seed that is ready in one kind of memory: a cache (light mode) or a dataset (fast mode). Who hashes holds a lease for the
 * time of the hash. A retired epoch gives no new leases; its memory is handed on by whoever ends the last one.
 */
final class Epoch<M extends Memory> {
    private static final int RETIRED = Integer.MIN_VALUE;

    private final Seed seed;
    private final M memory;
    private final Consumer<? super M> afterwards;
    private final AtomicInteger leases = new AtomicInteger(); // RETIRED is added to it at the end

    /** {@code afterwards} receives the memory when the epoch is retired and no lease is left; it must not block. */
    Epoch(Seed seed, M memory, Consumer<? super M> afterwards) {
        this.seed = seed;
        this.memory = memory;
        this.afterwards = afterwards;
    }

    Seed seed() {
        return seed;
    }

    /** To be read with a lease only. */
    M memory() {
        return memory;
    }

    /** Takes a lease, to be given back by {@link #release}; false if the epoch was retired. */
    boolean acquire() {
        return leases.getAndUpdate(count -> count < 0 ? count : count + 1) >= 0;
    }

    void release() {
        if (leases.decrementAndGet() == RETIRED) {
            afterwards.accept(memory);
        }
    }

    /** To be called once. */
    void retire() {
        if (leases.addAndGet(RETIRED) == RETIRED) {
            afterwards.accept(memory);
        }
    }

    int leases() {
        return leases.get() & Integer.MAX_VALUE;
    }
}
