package org.motherlode.ra.verify;

import java.util.ArrayDeque;
import java.util.Optional;

/** What one connection has waiting in a lane: first come, first served. Not thread-safe. */
final class OwnQueue<T> implements TaskQueue<T> {
    private final ArrayDeque<T> tasks = new ArrayDeque<>(1);

    @Override
    public int size() {
        return tasks.size();
    }

    @Override
    public void add(Sender sender, T task) {
        tasks.addLast(task);
    }

    @Override
    public T take(long nanos) {
        return tasks.removeFirst();
    }

    @Override
    public T takeNewest() {
        return tasks.removeLast();
    }

    /** Nobody makes room for itself. */
    @Override
    public Optional<T> makeRoom(Sender newcomer) {
        return Optional.empty();
    }

    @Override
    public void charge(Sender sender, long nanos) {
        // Whom it shares a lane with keeps account of it.
    }
}
