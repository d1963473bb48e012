package org.motherlode.pow.randomx;

import org.motherlode.model.pow.PowVm;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.pow.SeedNotReadyException;
import org.motherlode.model.work.Hash;
import org.motherlode.randomx.RandomX;

/**
 * Comes to the same hash in another way than {@link RandomXVm} does: where that one uses the dataset this one uses the
 * cache, and where that one compiles for the cache this one interprets (a seventh of a second).
 */
final class SecondVm implements PowVm {
    private final Algorithm algorithm;
    private final RandomX randomX;
    private final Epochs epochs;
    private final Machine compiler;
    private final Machine interpreter;

    SecondVm(Algorithm algorithm, RandomX randomX, Epochs epochs) {
        this.algorithm = algorithm;
        this.randomX = randomX;
        this.epochs = epochs;
        this.compiler = new Machine(memory -> randomX.newVm(algorithm.variant(), memory));
        this.interpreter = new Machine(memory -> randomX.newInterpreter(algorithm.variant(), memory));
    }

    @Override
    public Hash hash(Seed seed, byte[] input) throws SeedNotReadyException {
        Machine other = epochs.isFast(seed) ? compiler : interpreter;
        return other.run(
                epochs.leaseLight(seed).orElseThrow(() -> new SeedNotReadyException(seed)),
                vm -> algorithm.hash(randomX, vm, input));
    }

    @Override
    public void close() {
        compiler.close();
        interpreter.close();
    }
}
