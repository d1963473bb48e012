package org.motherlode.randomx;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts who uses a native thing at this moment; it can be changed or closed only while nobody does. */
final class Gate {
    private static final int ALONE = -1;
    private static final int CLOSED = -2;

    private final AtomicInteger users = new AtomicInteger();
    private final String what;

    Gate(String what) {
        this.what = what;
    }

    /** Any number may be inside at once; each must {@link #leave}. */
    void enter() {
        int before = users.getAndUpdate(count -> count < 0 ? count : count + 1);
        if (before < 0) {
            throw refused(before);
        }
    }

    void leave() {
        users.decrementAndGet();
    }

    /** Keeps all others out until {@link #open}. */
    void shut() {
        int before = users.compareAndExchange(0, ALONE);
        if (before != 0) {
            throw refused(before);
        }
    }

    void open() {
        users.set(0);
    }

    /** Whether this call closed it; false if it was closed already. */
    boolean close() {
        int before = users.compareAndExchange(0, CLOSED);
        if (before == 0 || before == CLOSED) {
            return before == 0;
        }
        throw refused(before);
    }

    boolean isClosed() {
        return users.get() == CLOSED;
    }

    int users() {
        return Math.max(0, users.get());
    }

    private IllegalStateException refused(int state) {
        return new IllegalStateException(
                switch (state) {
                    case CLOSED -> what + " is closed";
                    case ALONE -> what + " is being changed";
                    default -> what + " is in use by " + state;
                });
    }
}
