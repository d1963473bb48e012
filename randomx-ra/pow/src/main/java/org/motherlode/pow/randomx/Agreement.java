package org.motherlode.pow.randomx;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.motherlode.model.work.Hash;
import org.motherlode.randomx.Memory;
import org.motherlode.randomx.RandomX;
import org.motherlode.randomx.Vm;

/**
 * Tries two memories of one seed against each other, by the function that they will serve: another variant takes other steps
 * through them, and could find both sound where this one does not.
 */
final class Agreement {
    private static final int INPUT_BYTES = 76;

    private final Algorithm algorithm;
    private final RandomX randomX;
    private final RandomGenerator random;

    Agreement(Algorithm algorithm, RandomX randomX, RandomGenerator random) {
        this.algorithm = algorithm;
        this.randomX = randomX;
        this.random = random;
    }

    /** The hash of a random input that both give; empty if they give two. */
    Optional<Hash> hash(Memory one, Memory other) {
        byte[] input = new byte[INPUT_BYTES];
        random.nextBytes(input);
        Hash first = hash(one, input);
        return Optional.of(first).filter(hash(other, input)::equals);
    }

    private Hash hash(Memory memory, byte[] input) {
        try (Vm vm = randomX.newVm(algorithm.variant(), memory)) {
            return algorithm.hash(randomX, vm, input);
        }
    }
}
