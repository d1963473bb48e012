package org.motherlode.pow.randomx;

import org.motherlode.model.pow.PowVm;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.pow.SeedNotReadyException;
import org.motherlode.model.work.Hash;
import org.motherlode.randomx.RandomX;

/**
 * Comes to the same hash in another way than {@link RandomXVm} does: where that one uses the dataset this one uses the
 * cache, and where that one uses the cache this one does AES by tables instead of the processor. The interpreter would be
 * further away still, but took six times as long, so that whoever lied cost a verifier a seventh of a second each time; what the
 * compiler makes is compared with the official vectors when the library is loaded.
 */
final class SecondVm implements PowVm {
    private final Algorithm algorithm;
    private final RandomX randomX;
    private final Epochs epochs;
    private final Machine usual;
    private final Machine other;

    SecondVm(Algorithm algorithm, RandomX randomX, Epochs epochs) {
        this.algorithm = algorithm;
        this.randomX = randomX;
        this.epochs = epochs;
        this.usual = new Machine(memory -> randomX.newVm(algorithm.variant(), memory));
        this.other = new Machine(memory -> randomX.newOtherVm(algorithm.variant(), memory));
    }

    @Override
    public Hash hash(Seed seed, byte[] input) throws SeedNotReadyException {
        return (epochs.isFast(seed) ? usual : other)
                .run(
                        epochs.leaseLight(seed).orElseThrow(() -> new SeedNotReadyException(seed)),
                        vm -> algorithm.hash(randomX, vm, input));
    }

    @Override
    public boolean wasFast() {
        return false;
    }

    @Override
    public void close() {
        usual.close();
        other.close();
    }
}
