package org.motherlode.ra.delivery;

/**
 * A call into the beans, on its thread. The server lets calls wait in front of beans that are still starting, and waits for
 * calls before it takes beans away whose start has failed: a call that nobody breaks off would keep both waiting for ever.
 */
final class Call {
    private final Thread thread = Thread.currentThread();
    private final long sinceNanos = System.nanoTime();
    private boolean brokenOff;
    private boolean over;

    /** Interrupts a call that is older than this; once more each time it is asked. True the first time. */
    synchronized boolean breakOff(long longestNanos, long nowNanos) {
        if (over || nowNanos - sinceNanos < longestNanos) {
            return false;
        }
        boolean first = !brokenOff;
        brokenOff = true;
        thread.interrupt();
        return first;
    }

    /** The thread goes on to other things, and no interrupt that was meant for the call goes with it. */
    synchronized void end() {
        over = true;
        if (brokenOff) {
            boolean ignored = Thread.interrupted();
        }
    }
}
