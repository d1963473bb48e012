package org.motherlode.bench.swarm;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Does things at a steady rate on the calling thread, each told when it was due. It does not wait for answers: what a slow
 * pool holds up is due all the same, and counts from then.
 */
public final class Pace {
    private static final long SECOND = 1_000_000_000;

    private Pace() {}

    /** So many times, so many a second. */
    public static void steady(int times, double perSecond, LongConsumer step) throws InterruptedException {
        long began = System.nanoTime();
        for (int i = 0; i < times; i++) {
            long due = began + (long) (i * SECOND / perSecond);
            awaitTime(due);
            step.accept(due);
        }
    }

    /** Returns at this time of {@link System#nanoTime}, or at once if it is over. */
    public static void awaitTime(long due) throws InterruptedException {
        long left = due - System.nanoTime();
        while (left > 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException("ended while it kept time");
            }
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
    }
}
