package org.motherlode.ejb.chain.opensy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.locks.LockSupport;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.pow.PowHasher;
import org.motherlode.model.pow.PowHasherProvider;
import org.motherlode.model.pow.PowOptions;
import org.motherlode.model.pow.PowVm;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.pow.SeedNotReadyException;
import org.motherlode.model.work.Hash;

/** Real RandomX in light mode, one hash at a time; remembers two keys. */
final class RandomXLight implements StandInPow, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_NANOS = 1_000_000;

    private final PowHasher hasher = open();
    private final PowVm vm = hasher.newVm();
    private final Deque<Seed> kept = new ArrayDeque<>();

    @Override
    public synchronized Hash of(byte[] key, byte[] header) {
        Seed seed = new Seed(Octets.of(key));
        prepare(seed);
        try {
            return vm.hash(seed, header);
        } catch (SeedNotReadyException e) {
            throw new IllegalStateException("a seed that was ready is not", e);
        }
    }

    private void prepare(Seed seed) {
        if (!kept.contains(seed)) {
            kept.addFirst(seed);
            while (kept.size() > 2) {
                kept.removeLast();
            }
            hasher.keep(List.copyOf(kept));
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!hasher.isReady(seed)) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("the key " + seed + " was not ready in time");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static PowHasher open() {
        PowHasherProvider provider = ServiceLoader.load(PowHasherProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.id().equals(OpenSy.RX_0))
                .findFirst()
                .orElseThrow();
        return provider.open(new PowOptions(false, 2, ""));
    }

    @Override
    public synchronized void close() {
        vm.close();
        hasher.close();
    }
}
