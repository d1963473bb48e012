package org.motherlode.pow.randomx;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.motherlode.model.pow.Seed;
import org.motherlode.pow.machine.MemoryBudget;
import org.motherlode.randomx.Cache;
import org.motherlode.randomx.Dataset;
import org.motherlode.randomx.RandomX;
import org.motherlode.randomx.Variant;
import org.motherlode.randomx.Vm;

/**
 * One round: keeps the one dataset on the current seed. While it is made anew nobody may hash with it, so light mode serves;
 * it is published only after a random hash came out the same in both modes.
 */
final class FastBuilding {
    private static final int INPUT_BYTES = 76;
    /** Besides the dataset: the machines, and what the kernel should not be left without. */
    private static final long MARGIN_BYTES = 256L << 20;

    private final RandomX randomX;
    private final Epochs epochs;
    private final DatasetFiller filler;
    private final MemoryBudget budget;
    private final RandomGenerator random;
    private final Trouble trouble;
    private final Runnable onFree;

    /** A seed whose dataset came out wrong is not tried again: each attempt costs a minute of all processors. */
    private Optional<Seed> unsound = Optional.empty();

    private Optional<Dataset> idle = Optional.empty();
    private boolean made;
    private boolean closed;

    FastBuilding(Parts parts, DatasetFiller filler, MemoryBudget budget, RandomGenerator random) {
        this.randomX = parts.randomX();
        this.epochs = parts.epochs();
        this.trouble = parts.trouble();
        this.onFree = parts.onFree();
        this.filler = filler;
        this.budget = budget;
        this.random = random;
    }

    /** What it shares with the hasher; {@code onFree} asks for another round. */
    record Parts(RandomX randomX, Epochs epochs, Trouble trouble, Runnable onFree) {}

    void round() {
        Optional<Epoch<Cache>> current = epochs.current().flatMap(epochs::leaseLight);
        if (current.isEmpty()) {
            return;
        }
        Epoch<Cache> epoch = current.get();
        try {
            follow(epoch);
        } catch (IllegalStateException e) {
            trouble.say(Trouble.Matter.FAST_MODE, "fast mode is off, light mode serves: " + e.getMessage());
        } finally {
            epoch.release();
        }
    }

    private void follow(Epoch<Cache> epoch) {
        Seed seed = epoch.seed();
        if (epochs.fast().map(Epoch::seed).equals(Optional.of(seed)) || unsound.equals(Optional.of(seed))) {
            return;
        }
        epochs.withdrawFast();
        Optional<Dataset> dataset = take();
        if (dataset.isEmpty()) {
            return; // somebody still hashes with it; the end of that hash asks for another round
        }
        boolean published = false;
        try {
            published = fill(epoch, dataset.get());
        } finally {
            if (!published) {
                giveBack(dataset.get());
            }
        }
    }

    private boolean fill(Epoch<Cache> epoch, Dataset dataset) {
        Seed seed = epoch.seed();
        boolean complete = filler.fill(
                dataset,
                epoch.memory(),
                () -> epochs.current().filter(seed::equals).isPresent() && !isClosed());
        if (!complete) {
            return false; // the seed has changed meanwhile, or the hasher was closed
        }
        if (!agree(epoch.memory(), dataset)) {
            unsound = Optional.of(seed);
            throw new IllegalStateException(
                    "the dataset gives another hash than its cache; is the memory of this machine sound?");
        }
        epochs.publishFast(new Epoch<>(seed, dataset, this::comeBack));
        trouble.over(Trouble.Matter.FAST_MODE);
        return true;
    }

    private boolean agree(Cache cache, Dataset dataset) {
        byte[] input = new byte[INPUT_BYTES];
        random.nextBytes(input);
        byte[] slow = new byte[Vm.HASH_BYTES];
        byte[] quick = new byte[Vm.HASH_BYTES];
        try (Vm light = randomX.newVm(Variant.V1, cache);
                Vm fast = randomX.newVm(Variant.V1, dataset)) {
            light.hash(input, slow);
            fast.hash(input, quick);
        }
        return Arrays.equals(slow, quick);
    }

    private void comeBack(Dataset dataset) {
        giveBack(dataset);
        onFree.run();
    }

    private synchronized Optional<Dataset> take() {
        Optional<Dataset> taken = idle;
        idle = Optional.empty();
        if (taken.isPresent() || made || closed) {
            return taken;
        }
        budget.demand(randomX.datasetBytes() + MARGIN_BYTES, "fast mode");
        Dataset fresh = randomX.newDataset();
        made = true;
        return Optional.of(fresh);
    }

    private synchronized void giveBack(Dataset dataset) {
        if (closed) {
            dataset.close();
        } else {
            idle = Optional.of(dataset);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    synchronized void close() {
        closed = true;
        idle.ifPresent(Dataset::close);
        idle = Optional.empty();
    }
}
