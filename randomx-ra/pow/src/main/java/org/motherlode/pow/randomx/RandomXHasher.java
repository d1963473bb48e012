package org.motherlode.pow.randomx;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.motherlode.model.pow.Commitment;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowOptions;
import org.motherlode.model.pow.PowVm;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Difficulty;
import org.motherlode.pow.machine.MemoryBudget;
import org.motherlode.pow.mining.MiningHasher;
import org.motherlode.randomx.RandomX;

/** RandomX for the seeds it was told to keep; see the package for how. */
final class RandomXHasher implements MiningHasher {
    private final Algorithm algorithm;
    private final RandomX randomX;
    private final Epochs epochs = new Epochs();
    private final Trouble trouble = new Trouble(System::nanoTime);
    private final ExecutorService executor;
    private final CacheStock stock;
    private final Rounds lightRounds;
    private final Optional<Fast> fast;

    /** What there is only where fast mode was asked for. */
    private record Fast(DatasetStock stock, DatasetFiller filler, Rounds rounds) {}

    RandomXHasher(Algorithm algorithm, RandomX randomX, PowOptions options, MemoryBudget budget) {
        this.algorithm = algorithm;
        this.randomX = randomX;
        this.executor = BuilderThreads.open(algorithm.id().name(), options.threads());
        this.stock = new CacheStock(randomX, budget);
        try {
            stock.foresee();
        } catch (IllegalStateException e) {
            trouble.say(Trouble.Matter.CACHES, "this server may be ended for want of memory: " + e.getMessage());
        }
        LightBuilding lightBuilding = new LightBuilding(epochs, stock, trouble, this::requestLight);
        this.lightRounds = new Rounds(executor, () -> {
            lightBuilding.round();
            requestFast();
        });
        this.fast = options.fast() ? Optional.of(fast(options, budget)) : Optional.empty();
    }

    private Fast fast(PowOptions options, MemoryBudget budget) {
        DatasetStock datasets = new DatasetStock(randomX, budget, options.datasets(), stock::toCome);
        try {
            datasets.foresee();
        } catch (IllegalStateException e) {
            trouble.say(Trouble.Matter.SECOND_DATASET, Trouble.ONE_DATASET + e.getMessage());
        }
        DatasetFiller filler = new DatasetFiller(executor, options.threads(), options.threadsAhead());
        Agreement agreement = new Agreement(algorithm, randomX, new SecureRandom());
        FastBuilding.Parts parts = new FastBuilding.Parts(agreement, epochs, trouble, this::requestFast);
        FastBuilding building = new FastBuilding(parts, filler, datasets);
        return new Fast(datasets, filler, new Rounds(executor, building::round));
    }

    private void requestLight() {
        lightRounds.request();
    }

    private void requestFast() {
        fast.ifPresent(present -> present.rounds().request());
    }

    @Override
    public PowId id() {
        return algorithm.id();
    }

    @Override
    public void keep(List<Seed> seeds) {
        epochs.want(seeds);
        lightRounds.request();
    }

    @Override
    public boolean isReady(Seed seed) {
        return epochs.light().containsKey(seed);
    }

    @Override
    public boolean isFast(Seed seed) {
        return epochs.isFast(seed);
    }

    @Override
    public RandomXVm newVm() {
        return new RandomXVm(algorithm, randomX, epochs);
    }

    @Override
    public PowVm newSecondVm() {
        return new SecondVm(algorithm, randomX, epochs);
    }

    @Override
    public Optional<Commitment> commitment() {
        return algorithm.commitment(randomX);
    }

    @Override
    public Difficulty forgeryBound() {
        return algorithm.forgeryBound();
    }

    @Override
    public List<String> describe() {
        List<String> lines = new ArrayList<>(randomX.describe());
        epochs.light().values().forEach(epoch -> lines.add("seed " + epoch.seed() + ": light, " + pages(epoch)));
        epochs.fast().values().forEach(epoch -> lines.add("seed " + epoch.seed() + ": fast, " + pages(epoch)));
        fast.ifPresent(present -> lines.add(present.stock().describe()));
        fast.map(Fast::filler)
                .filter(filler -> filler.percent() < 100)
                .ifPresent(filler -> lines.add("dataset: " + filler.percent() + " % made"));
        lines.addAll(trouble.sentences());
        return lines;
    }

    private static String pages(Epoch<?> epoch) {
        if (!epoch.acquire()) {
            return "going";
        }
        try {
            return epoch.memory().hugePages().toString();
        } finally {
            epoch.release();
        }
    }

    /** Stops building; memory that is being hashed with is released at the end of that hash. */
    @Override
    public void close() {
        epochs.want(List.of());
        fast.ifPresent(present -> present.stock().close());
        stock.close();
        try {
            BuilderThreads.close(executor);
        } finally {
            List.copyOf(epochs.fast().values()).forEach(epochs::withdrawFast);
            List.copyOf(epochs.light().values()).forEach(epochs::withdraw);
        }
    }
}
