package org.motherlode.pow.randomx;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.motherlode.model.pow.Seed;
import org.motherlode.randomx.Cache;
import org.motherlode.randomx.Dataset;

/**
 * One round: makes a dataset for the most important seed that deserves one and has none. While it is made nobody may hash
 * with it, so light mode serves that seed; it is published only after a random hash came out the same in both modes.
 */
final class FastBuilding {
    private final Agreement agreement;
    private final Epochs epochs;
    private final DatasetFiller filler;
    private final DatasetStock stock;
    private final Trouble trouble;
    private final Runnable onFree;

    /** A seed whose dataset came out wrong is not tried again: each attempt costs a minute of all processors. */
    private final Set<Seed> unsound = ConcurrentHashMap.newKeySet();

    FastBuilding(Parts parts, DatasetFiller filler, DatasetStock stock) {
        this.agreement = parts.agreement();
        this.epochs = parts.epochs();
        this.trouble = parts.trouble();
        this.onFree = parts.onFree();
        this.filler = filler;
        this.stock = stock;
    }

    /** What it shares with the hasher; {@code onFree} asks for another round. */
    record Parts(Agreement agreement, Epochs epochs, Trouble trouble, Runnable onFree) {}

    void round() {
        Wishes wishes = epochs.wishes();
        tellOfUnsound(wishes);
        if (wishes.current().filter(epochs::isFast).isPresent()) {
            trouble.over(Trouble.Matter.FAST_MODE);
        }
        wishes.worthADataset().stream()
                .filter(seed -> !epochs.isFast(seed) && !unsound.contains(seed))
                .findFirst()
                .ifPresent(this::attempt);
    }

    /** What comes of it, a dataset or its memory, asks for another round, and so does the making of a cache. */
    private void attempt(Seed seed) {
        Optional<Epoch<Cache>> cache = epochs.leaseLight(seed);
        if (cache.isEmpty()) {
            return;
        }
        try {
            build(cache.get());
        } catch (IllegalStateException e) {
            boolean first = epochs.wishes().isCurrent(seed);
            trouble.say(
                    first ? Trouble.Matter.FAST_MODE : Trouble.Matter.SECOND_DATASET,
                    (first ? "fast mode is off, light mode serves: " : Trouble.ONE_DATASET) + e.getMessage());
        } finally {
            cache.get().release();
        }
    }

    private void build(Epoch<Cache> cache) {
        Optional<Dataset> dataset = memoryFor(cache.seed());
        if (dataset.isEmpty()) {
            return; // others are in better use, or somebody still hashes with it: the end of that hash asks for a round
        }
        boolean published = false;
        try {
            published = fill(cache, dataset.get());
        } finally {
            if (!published) {
                stock.giveBack(dataset.get());
            }
        }
        onFree.run();
    }

    /** What is idle or of no use, else what is new, else what a less important seed has. */
    private Optional<Dataset> memoryFor(Seed seed) {
        Wishes wishes = epochs.wishes();
        epochs.fast().values().stream()
                .filter(epoch -> !wishes.has(epoch.seed()))
                .forEach(epochs::withdrawFast);
        Optional<Dataset> ready = stock.take().or(this::fresh);
        if (ready.isPresent()) {
            return ready;
        }
        epochs.fast().values().stream()
                .max(Comparator.comparingInt(epoch -> wishes.rank(epoch.seed())))
                .filter(last -> wishes.rank(last.seed()) > wishes.rank(seed))
                .ifPresent(epochs::withdrawFast);
        return stock.take();
    }

    /** Where there is no room for a second one, the first goes on. */
    private Optional<Dataset> fresh() {
        boolean second = stock.made() > 0;
        try {
            Optional<Dataset> fresh = stock.make();
            if (second && fresh.isPresent()) {
                trouble.over(Trouble.Matter.SECOND_DATASET);
            }
            return fresh;
        } catch (IllegalStateException e) {
            if (!second) {
                throw e;
            }
            trouble.say(Trouble.Matter.SECOND_DATASET, Trouble.ONE_DATASET + e.getMessage());
            return Optional.empty();
        }
    }

    private boolean fill(Epoch<Cache> cache, Dataset dataset) {
        Seed seed = cache.seed();
        boolean complete = filler.fill(dataset, cache.memory(), new Haste(seed));
        if (!complete) {
            return false; // the wishes have changed meanwhile, or the hasher was closed
        }
        if (agreement.hash(cache.memory(), dataset).isEmpty()) {
            unsound.add(seed);
            return false;
        }
        epochs.publishFast(new Epoch<>(seed, dataset, this::comeBack));
        return true;
    }

    /** In which haste a seed's dataset is made, asked again and again meanwhile. */
    private final class Haste implements DatasetFiller.Pace {
        private final Seed seed;

        Haste(Seed seed) {
            this.seed = seed;
        }

        /** Until a more important one is lacking. */
        @Override
        public boolean goesOn() {
            Wishes wishes = epochs.wishes();
            boolean best = wishes.current()
                    .filter(current -> current.equals(seed) || epochs.isFast(current) || unsound.contains(current))
                    .isPresent();
            return best && wishes.has(seed) && !stock.isClosed();
        }

        @Override
        public boolean isUrgent() {
            return epochs.wishes().isCurrent(seed);
        }
    }

    private void tellOfUnsound(Wishes wishes) {
        unsound.retainAll(wishes.seeds());
        if (unsound.isEmpty()) {
            trouble.over(Trouble.Matter.UNSOUND);
        } else {
            trouble.say(
                    Trouble.Matter.UNSOUND,
                    "light mode serves " + unsound + ", whose dataset gave another hash than the cache;"
                            + " is the memory of this machine sound?");
        }
    }

    private void comeBack(Dataset dataset) {
        stock.giveBack(dataset);
        onFree.run();
    }
}
