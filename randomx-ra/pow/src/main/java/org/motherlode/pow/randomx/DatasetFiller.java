package org.motherlode.pow.randomx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.motherlode.randomx.Cache;
import org.motherlode.randomx.Dataset;
import org.motherlode.randomx.Filling;

/**
 * Fills a dataset on several threads, in slices of about a tenth of a second, so that it can be given up soon, and made faster
 * when it becomes urgent.
 */
final class DatasetFiller {
    private static final int SLICE_ITEMS = 100_000;
    private static final int PERCENT = 100;

    private final Executor executor;
    private final int threads;
    private final int threadsAhead;
    private volatile int percent = PERCENT;

    /** {@code threads} where it is urgent, else {@code threadsAhead}, which leaves the processors to those who hash. */
    DatasetFiller(Executor executor, int threads, int threadsAhead) {
        this.executor = executor;
        this.threads = threads;
        this.threadsAhead = Math.min(threads, threadsAhead);
    }

    /** Asked before each slice, on any of the threads. */
    interface Pace {
        boolean goesOn();

        /** Whether somebody waits for it; once so, always so until it ends. */
        boolean isUrgent();
    }

    /** How far the filling is; 100 while there is none. */
    int percent() {
        return percent;
    }

    /** Returns when the dataset is ready (true) or when {@code pace} gave it up (false, and the dataset is empty). */
    boolean fill(Dataset dataset, Cache cache, Pace pace) {
        percent = 0;
        List<CompletableFuture<Void>> helpers = new ArrayList<>();
        try (Filling filling = dataset.fill(cache)) {
            Runnable help = () -> work(filling, dataset.items(), pace, () -> {});
            try {
                work(filling, dataset.items(), pace, () -> callMore(helpers, help, pace));
            } finally {
                helpers.forEach(CompletableFuture::join);
            }
        } finally {
            percent = PERCENT;
        }
        return dataset.isReady();
    }

    /** Fewer than wished once the executor was shut down; {@code pace} then ends the filling anyway. */
    private void callMore(List<CompletableFuture<Void>> helpers, Runnable help, Pace pace) {
        int wished = (pace.isUrgent() ? threads : threadsAhead) - 1;
        try {
            while (helpers.size() < wished) {
                helpers.add(CompletableFuture.runAsync(help, executor));
            }
        } catch (RejectedExecutionException closing) {
            return;
        }
    }

    private void work(Filling filling, long items, Pace pace, Runnable beforeSlice) {
        boolean more = pace.goesOn();
        while (more) {
            beforeSlice.run();
            more = filling.slice(SLICE_ITEMS) && pace.goesOn();
            percent = (int) (filling.done() * PERCENT / items);
        }
    }
}
