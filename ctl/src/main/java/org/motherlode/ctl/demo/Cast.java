package org.motherlode.ctl.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/** All that was started, to be ended in the reverse order. */
final class Cast implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T one) {
        started.push(one);
        return one;
    }

    /** Ends one before the others. */
    void end(AutoCloseable one) {
        started.remove(one);
        close(one);
    }

    /** Ends all, even if one of them cannot be ended, and even if the thread was interrupted to have it do so. */
    @Override
    public void close() {
        Thread.interrupted();
        RuntimeException failure = null;
        while (!started.isEmpty()) {
            try {
                close(started.pop());
            } catch (IllegalStateException e) {
                failure = e;
            }
        }
        if (failure != null) throw failure;
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException("could not end " + one, e);
        }
    }
}
