package org.motherlode.model.pow;

import java.util.List;
import java.util.Optional;
import org.motherlode.model.work.Difficulty;

/**
 * One proof-of-work function for the whole process. Preparing a seed costs a second and 256 MiB (RandomX), so it happens
 * in the background and ahead of need; hashing never waits for it. Safe for any thread.
 */
public interface PowHasher extends AutoCloseable {
    PowId id();

    /**
     * The seeds that may be asked for from now on, in order of importance: current, next, previous. New ones are built
     * in the background, others are released once nobody hashes with them. At most three.
     */
    void keep(List<Seed> seeds);

    boolean isReady(Seed seed);

    /** Whether hashes of this seed are computed at present in a faster way that takes much memory, where there is one. */
    default boolean isFast(Seed seed) {
        return false;
    }

    /** A machine to hash with; belongs to the thread that uses it, which closes it. */
    PowVm newVm();

    /**
     * A machine that comes to the same hash in another way and, where it can, in other memory; for hashing once more what the
     * first may have got wrong. It may be several times slower. Without another way it is one more machine of the same kind.
     */
    default PowVm newSecondVm() {
        return newVm();
    }

    /** How shares of this function are told to be forged without hashing; empty where its hash commits to nothing. */
    default Optional<Commitment> commitment() {
        return Optional.empty();
    }

    /**
     * From which difficulty on a share that only seems good costs its forger more than it costs us to find that out. It is 1
     * where forging costs nothing whatever the difficulty, so that no bound would help.
     */
    default Difficulty forgeryBound() {
        return Difficulty.of(1);
    }

    /** What the operator should know: library, flags, mode, huge pages, seeds; a line each. */
    List<String> describe();

    @Override
    void close();
}
