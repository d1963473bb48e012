package org.motherlode.ra.gateway;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.motherlode.ra.thread.NamedThreads;
import org.motherlode.ra.trouble.Trouble;

/**
 * One thread that looks after things. There are two: the house opens ports, publishes and looks at deadlines, and nothing there
 * waits for long; the workshop reads files and loads libraries, and may.
 */
public final class House implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(House.class);
    private static final long STOP_SECONDS = 10;

    private final String name;
    private final ScheduledThreadPoolExecutor thread;
    private final Trouble trouble;

    /** Those of the tasks that come again of which none went well the last time. Belongs to the one thread. */
    private final Set<List<Runnable>> failing = new HashSet<>();

    /** {@code trouble}: what a task is told as that runs into a bug. */
    public House(String name, Trouble trouble) {
        this.name = name;
        this.thread = new ScheduledThreadPoolExecutor(1, new NamedThreads(name));
        this.trouble = trouble;
    }

    public void run(Runnable task) {
        try {
            thread.execute(() -> succeeds(task));
        } catch (RejectedExecutionException e) {
            LOG.debug("the adapter stops, nothing more is begun");
        }
    }

    public void every(long millis, Runnable task) {
        every(millis, List.of(task));
    }

    /**
     * The same for tasks that belong together: what one runs into keeps no other from its turn, and while one of them goes
     * well miners are served.
     */
    public void every(long millis, List<Runnable> tasks) {
        // One that failed would not be run again; succeeds() sees to it that none fails.
        Future<?> ignored = thread.scheduleWithFixedDelay(() -> again(tasks), millis, millis, TimeUnit.MILLISECONDS);
    }

    private void again(List<Runnable> tasks) {
        int failed = 0;
        for (Runnable task : tasks) {
            failed += succeeds(task) ? 0 : 1;
        }
        if (failed > 0 && failed == tasks.size()) {
            failing.add(tasks);
        } else {
            failing.remove(tasks);
        }
        if (failing.isEmpty()) {
            trouble.works();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.errorf("the thread of the %s did not end", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An {@link Error} too is only this task's: nobody would take the place of a task that is gone. */
    private boolean succeeds(Runnable task) {
        try {
            task.run();
            return true;
        } catch (RuntimeException | Error e) {
            trouble.note("a task of the " + name + " ran into a bug: " + e, e);
            return false;
        }
    }
}
