package org.motherlode.pow.randomx;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that make caches and datasets, apart from those that hash. */
final class BuilderThreads {
    /** A slice of a dataset or a cache lasts well below this, even on a slow machine. */
    private static final int CLOSE_SECONDS = 30;

    private BuilderThreads() {}

    /** One for caches, one that leads the making of a dataset, and {@code helpers}: nothing ever waits in line for long. */
    static ExecutorService open(String name, int helpers) {
        int threads = helpers + 2;
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                threads, threads, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(threads), task -> {
                    Thread thread = new Thread(task, name + "-builder-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    static void close(ExecutorService executor) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "the making of a cache or dataset did not end in " + CLOSE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
