package org.motherlode.ra.verify;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Bounded queues, one to each lane. */
final class Lanes<T> {
    /** Every so manieth turn begins with the last lane, or no newcomer could ever prove itself on a busy server. */
    private static final int NEWCOMERS_TURN = 16;

    /** The turn among these that begins with a newcomer's claim of a block, which costs two hashes if it is a lie. */
    private static final int CLAIMS_TURN = 8;

    private final VerifySettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Map<Lane, ArrayDeque<T>> queues = new EnumMap<>(Lane.class);
    private int turn;
    private boolean closed;

    Lanes(VerifySettings settings) {
        this.settings = settings;
        Stream.of(Lane.values()).forEach(lane -> queues.put(lane, new ArrayDeque<>()));
    }

    /** False if the lane is full or everything is closed. */
    boolean offer(Lane lane, T task) {
        lock.lock();
        try {
            ArrayDeque<T> queue = queue(lane);
            if (closed || queue.size() >= settings.most(lane)) {
                return false;
            }
            queue.add(task);
            filled.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The next task; waits for one. Empty once closed. */
    Optional<T> take() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                Optional<T> next = poll();
                if (next.isPresent()) {
                    return next;
                }
                filled.await();
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    int waiting(Lane lane) {
        lock.lock();
        try {
            return queue(lane).size();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            queues.values().forEach(ArrayDeque::clear);
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Optional<T> poll() {
        turn = (turn + 1) % NEWCOMERS_TURN;
        Lane first = turn == 0 ? Lane.UNPROVEN : turn == CLAIMS_TURN ? Lane.UNPROVEN_BLOCK : Lane.PROVEN_BLOCK;
        if (!queue(first).isEmpty()) {
            return Optional.of(queue(first).remove());
        }
        return Stream.of(Lane.values())
                .map(this::queue)
                .filter(queue -> !queue.isEmpty())
                .findFirst()
                .map(ArrayDeque::remove);
    }

    private ArrayDeque<T> queue(Lane lane) {
        return queues.computeIfAbsent(lane, unknown -> new ArrayDeque<>());
    }
}
