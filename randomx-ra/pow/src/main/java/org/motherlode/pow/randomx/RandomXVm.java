package org.motherlode.pow.randomx;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.pow.SeedNotReadyException;
import org.motherlode.model.work.Hash;
import org.motherlode.pow.mining.Found;
import org.motherlode.pow.mining.MiningVm;
import org.motherlode.pow.mining.Work;
import org.motherlode.randomx.Cache;
import org.motherlode.randomx.Dataset;
import org.motherlode.randomx.RandomX;
import org.motherlode.randomx.Vm;

/** A thread's machines: one for caches and one for datasets, each made when it is first needed. */
final class RandomXVm implements MiningVm {
    private final Algorithm algorithm;
    private final RandomX randomX;
    private final Epochs epochs;
    private final Machine light;
    private final Machine fast;
    private boolean wasFast;

    RandomXVm(Algorithm algorithm, RandomX randomX, Epochs epochs) {
        this.algorithm = algorithm;
        this.randomX = randomX;
        this.epochs = epochs;
        this.light = new Machine(memory -> randomX.newVm(algorithm.variant(), memory));
        this.fast = new Machine(memory -> randomX.newVm(algorithm.variant(), memory));
    }

    @Override
    public Hash hash(Seed seed, byte[] input) throws SeedNotReadyException {
        return with(seed, vm -> algorithm.hash(randomX, vm, input));
    }

    @Override
    public boolean wasFast() {
        return wasFast;
    }

    @Override
    public List<Found> mine(Work work, long firstNonce, int count) throws SeedNotReadyException {
        if (algorithm.endsWithCommitment()) {
            throw new IllegalStateException("mining by batches is not offered for " + algorithm.id());
        }
        return with(work.seed(), vm -> Batches.mine(vm, work, firstNonce, count));
    }

    /** Holds a lease while it runs; a dataset is preferred, and while there is none the cache serves. */
    private <R> R with(Seed seed, Function<Vm, R> hashing) throws SeedNotReadyException {
        Optional<Epoch<Dataset>> dataset = epochs.leaseFast(seed);
        wasFast = dataset.isPresent();
        if (dataset.isPresent()) {
            return fast.run(dataset.get(), hashing);
        }
        Optional<Epoch<Cache>> cache = epochs.leaseLight(seed);
        return light.run(cache.orElseThrow(() -> new SeedNotReadyException(seed)), hashing);
    }

    @Override
    public void close() {
        light.close();
        fast.close();
    }
}
