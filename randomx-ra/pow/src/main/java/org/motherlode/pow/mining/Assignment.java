package org.motherlode.pow.mining;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The work of a crew, dealt out in batches of nonces that do not overlap. */
final class Assignment {
    /** Nonces to try next. */
    record Batch(Work work, long firstNonce, int count) {}

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Optional<Work> work = Optional.empty();
    private long nextNonce;
    private long changes;
    private boolean ended;

    /** Replaces the work; nonces begin at 0 again. */
    void give(Optional<Work> next) {
        lock.lock();
        try {
            work = next;
            nextNonce = 0;
            changes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            ended = true;
            changes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The work there is, without taking nonces of it; waits while there is none. Empty once it has ended. */
    Optional<Work> current() throws InterruptedException {
        lock.lock();
        try {
            while (!ended
                    && work.filter(present -> nextNonce < present.nonces()).isEmpty()) {
                changed.await();
            }
            return ended ? Optional.empty() : work;
        } finally {
            lock.unlock();
        }
    }

    /** The next nonces of this work, at most {@code most}; empty if it was replaced, used up or ended meanwhile. */
    Optional<Batch> deal(Work wanted, int most) {
        lock.lock();
        try {
            long left = wanted.nonces() - nextNonce;
            if (ended || left <= 0 || work.filter(wanted::equals).isEmpty()) {
                return Optional.empty();
            }
            Batch batch = new Batch(wanted, nextNonce, (int) Math.min(most, left));
            nextNonce += batch.count();
            return Optional.of(batch);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a change, at most this long. */
    void await(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long former = changes;
            for (long left = atMost.toNanos(); left > 0 && former == changes; ) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
