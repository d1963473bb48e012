package org.motherlode.ra.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Bounded lanes in order of right of way, each of them fair. Safe for any thread. */
final class Lanes<T> {
    private static final int SMOOTHING = 8;

    /**
     * A task whose turn it is; {@link #done} or {@link #skipped} must follow.
     *
     * @param outOfOrder whether a lane with the right of way had to wait for it
     * @param estimateNanos what it has been charged already
     */
    record Turn<T>(Lane lane, Sender sender, T task, boolean outOfOrder, long estimateNanos) {}

    private final Consumer<T> displaced;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Map<Lane, FairLine<T>> lines = new EnumMap<>(Lane.class);
    private final Map<Lane, Reserve> reserves = new EnumMap<>(Lane.class);
    private final StrangerBound strangers;
    private long usualNanos = 1;
    private boolean closed;

    /** {@code displaced} gets what had to make room in a full lane, on the thread that offered, outside of all locks. */
    Lanes(VerifySettings settings, LongSupplier nanos, Consumer<T> displaced) {
        this.displaced = displaced;
        this.strangers = new StrangerBound(settings, nanos);
        for (Lane lane : Lane.values()) {
            lines.put(lane, new FairLine<>(settings.most(lane)));
            reserves.put(lane, new Reserve(lane, settings));
        }
    }

    /** False if the lane has no room for this address, or everything is closed. */
    boolean offer(Lane lane, Sender sender, T task) {
        List<T> left = new ArrayList<>(1);
        lock.lock();
        try {
            strangers.came(lane);
            if (closed || !line(lane).add(sender, task, left::add)) {
                return false;
            }
            filled.signal();
        } finally {
            lock.unlock();
        }
        left.forEach(displaced);
        return true;
    }

    /** The next task; waits for one. Empty once closed, and all claimed blocks are taken. */
    Optional<Turn<T>> take() throws InterruptedException {
        lock.lock();
        try {
            Optional<Turn<T>> next = poll();
            while (next.isEmpty() && !closed) {
                filled.await();
                next = poll();
            }
            passOn();
            return next;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Wakes another verifier if there is work for it. What was held back becomes free with time and not with an offer, so whoever
     * finds that out tells the others.
     */
    private void passOn() {
        if (Stream.of(Lane.values()).anyMatch(this::isNext)) {
            filled.signal();
        }
    }

    /** It was not looked at, so it cost nothing and says nothing of what a task costs. */
    void skipped(Turn<T> turn) {
        lock.lock();
        try {
            charge(turn, 0);
        } finally {
            lock.unlock();
        }
    }

    /** How long a task has taken; its sender and its lane are held to account for it. */
    void done(Turn<T> turn, long nanos) {
        lock.lock();
        try {
            charge(turn, nanos);
            usualNanos = Math.max(1, usualNanos + (nanos - usualNanos) / SMOOTHING);
        } finally {
            lock.unlock();
        }
    }

    int waiting(Lane lane) {
        lock.lock();
        try {
            return line(lane).size();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more, and drops what waits in the lanes for ordinary shares but for those that are {@code kept}. */
    void close(Predicate<T> kept) {
        close(lane -> line(lane).only(kept), Lane.PROVEN, Lane.UNPROVEN);
    }

    /** Drops everything. */
    void closeAtOnce() {
        close(lane -> new FairLine<>(0), Lane.values());
    }

    private void close(Function<Lane, FairLine<T>> rest, Lane... lanes) {
        lock.lock();
        try {
            closed = true;
            Stream.of(lanes).forEach(lane -> lines.put(lane, rest.apply(lane)));
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void charge(Turn<T> turn, long nanos) {
        long more = nanos - turn.estimateNanos();
        line(turn.lane()).charge(turn.sender(), more);
        spent(turn.lane(), turn.outOfOrder(), more);
        strangers.ends(turn.lane());
        filled.signal();
    }

    private Optional<Turn<T>> poll() {
        Optional<Lane> first = Stream.of(Lane.values())
                .filter(lane -> isNext(lane) && (closed || !strangers.isCrowded(lane)))
                .findFirst();
        Optional<Lane> due = reserves.entrySet().stream()
                .filter(reserve ->
                        isNext(reserve.getKey()) && reserve.getValue().isDue(usualNanos))
                .map(Map.Entry::getKey)
                .findFirst();
        Optional<Lane> chosen = due.or(() -> first);
        return chosen.flatMap(lane -> take(lane, !chosen.equals(first)));
    }

    /** Whether a verifier may take something of it now. A stop looks at claimed blocks with all of them. */
    private boolean isNext(Lane lane) {
        return line(lane).size() > 0 && (closed || !strangers.holdsBack(lane));
    }

    private Optional<Turn<T>> take(Lane lane, boolean outOfOrder) {
        return line(lane).take(usualNanos).map(taken -> {
            strangers.begins(lane);
            spent(lane, outOfOrder, usualNanos);
            return new Turn<>(lane, taken.sender(), taken.task(), outOfOrder, usualNanos);
        });
    }

    private void spent(Lane lane, boolean outOfOrder, long nanos) {
        reserves.values().forEach(reserve -> reserve.spent(lane, outOfOrder, nanos, usualNanos));
    }

    private FairLine<T> line(Lane lane) {
        return Objects.requireNonNull(lines.get(lane), "each lane has a line");
    }
}
