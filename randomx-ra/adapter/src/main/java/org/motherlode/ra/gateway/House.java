package org.motherlode.ra.gateway;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.motherlode.ra.thread.NamedThreads;

/** The one thread that opens, publishes and looks after things. What runs here does not wait for long. */
public final class House implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(House.class);
    private static final long STOP_SECONDS = 10;

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, new NamedThreads("house"));

    public void run(Runnable task) {
        try {
            thread.execute(safely(task));
        } catch (RejectedExecutionException e) {
            LOG.debug("the adapter stops, nothing more is begun");
        }
    }

    public void every(long millis, Runnable task) {
        // One that failed would not be run again; safely() sees to it that none fails.
        Future<?> ignored = thread.scheduleWithFixedDelay(safely(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("the house thread did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Runnable safely(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("a task of the house failed", e);
            }
        };
    }
}
