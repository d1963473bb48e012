package org.motherlode.ctl.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/** All that was started, to be ended in the reverse order: at the end, or when the person presses Ctrl-C. */
final class Cast implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    Cast() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "ending"));
    }

    synchronized <T extends AutoCloseable> T add(T one) {
        started.push(one);
        return one;
    }

    /** Ends one before the others. */
    synchronized void end(AutoCloseable one) {
        started.remove(one);
        close(one);
    }

    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            close(started.pop());
        }
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException("could not end " + one, e);
        }
    }
}
