package org.motherlode.pow.randomx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.motherlode.randomx.Cache;
import org.motherlode.randomx.Dataset;
import org.motherlode.randomx.Filling;

/** Fills a dataset on several threads, in slices of about a tenth of a second, so that it can be given up soon. */
final class DatasetFiller {
    private static final int SLICE_ITEMS = 100_000;
    private static final int PERCENT = 100;

    private final Executor executor;
    private final int threads;
    private volatile int percent = PERCENT;

    DatasetFiller(Executor executor, int threads) {
        this.executor = executor;
        this.threads = threads;
    }

    /** How far the filling is; 100 while there is none. */
    int percent() {
        return percent;
    }

    /** Returns when the dataset is ready (true) or when {@code goOn} said no (false, and the dataset is empty). */
    boolean fill(Dataset dataset, Cache cache, BooleanSupplier goOn) {
        percent = 0;
        try (Filling filling = dataset.fill(cache)) {
            Runnable work = () -> work(filling, dataset.items(), goOn);
            List<CompletableFuture<Void>> helpers = helpers(work);
            try {
                work.run();
            } finally {
                helpers.forEach(CompletableFuture::join);
            }
        } finally {
            percent = PERCENT;
        }
        return dataset.isReady();
    }

    /** Fewer than wished once the executor was shut down; {@code goOn} then ends the filling anyway. */
    private List<CompletableFuture<Void>> helpers(Runnable work) {
        List<CompletableFuture<Void>> helpers = new ArrayList<>();
        try {
            for (int i = 1; i < threads; i++) {
                helpers.add(CompletableFuture.runAsync(work, executor));
            }
        } catch (RejectedExecutionException closing) {
            return helpers;
        }
        return helpers;
    }

    private void work(Filling filling, long items, BooleanSupplier goOn) {
        while (goOn.getAsBoolean() && filling.slice(SLICE_ITEMS)) {
            percent = (int) (filling.done() * PERCENT / items);
        }
    }
}
