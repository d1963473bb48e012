package org.motherlode.model.pow;

import org.motherlode.model.work.Hash;

/** Hashes on one thread. Not thread-safe. */
public interface PowVm extends AutoCloseable {
    /**
     * The hash of {@code input} under {@code seed}.
     *
     * @throws SeedNotReadyException if the seed was never kept or is still being built
     */
    Hash hash(Seed seed, byte[] input) throws SeedNotReadyException;

    /** Whether the last hash was computed in the fastest way that its function knows, however slow that is. */
    default boolean wasFast() {
        return true;
    }

    @Override
    void close();
}
