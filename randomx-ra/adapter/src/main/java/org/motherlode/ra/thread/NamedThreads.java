package org.motherlode.ra.thread;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the threads {@code motherlode-<work>-1}, {@code -2} … They see the adapter's class loader whoever starts them: a
 * thread that kept the loader of the container thread that made it would look up services in the wrong place.
 */
public final class NamedThreads implements ThreadFactory {
    private final String work;
    private final AtomicInteger made = new AtomicInteger();

    public NamedThreads(String work) {
        this.work = work;
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "motherlode-" + work + "-" + made.incrementAndGet());
        thread.setDaemon(true);
        thread.setContextClassLoader(NamedThreads.class.getClassLoader());
        return thread;
    }
}
