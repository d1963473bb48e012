package org.motherlode.ra.delivery;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.motherlode.model.share.AcceptedShare;
import org.motherlode.model.share.ShareBatch;
import org.motherlode.model.share.ShareNumber;
import org.motherlode.ra.epoch.NodeLife;

/**
 * The line in which accepted shares wait for the next batch. One lock gives number, time and place together, so the
 * order of numbers, of times and of batches is the same.
 */
final class ShareLine {
    private final NodeLife life;
    private final DeliverySettings settings;
    private final RefusedTally refused;
    private final AcceptanceClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Pending> line = new ArrayDeque<>();
    private final ArrayDeque<Pending> untold = new ArrayDeque<>();
    private Optional<ShareBatch> inHand = Optional.empty();
    private long sequence;
    private boolean closed;

    ShareLine(NodeLife life, DeliverySettings settings, RefusedTally refused, AcceptanceClock clock) {
        this.life = life;
        this.settings = settings;
        this.refused = refused;
        this.clock = clock;
    }

    /** Empty if the line is full or closed. A block always finds a place: blocks are rare and dear. */
    Optional<AcceptedShare> enter(Work work, boolean block, Receipt receipt) {
        lock.lock();
        try {
            if (closed || (!block && line.size() + inBatch() >= settings.shareLine())) {
                return Optional.empty();
            }
            sequence++;
            AcceptedShare share = work.accepted(new ShareNumber(life.node(), life.epoch(), sequence), clock.next());
            Pending pending = new Pending(share, receipt, System.nanoTime());
            line.add(pending);
            untold.add(pending);
            changed.signalAll();
            return Optional.of(share);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is a share, the line is closed, or the time is over. */
    void await(long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (line.isEmpty() && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next batch, in order of sequence; an empty one if nobody is in line. The same again until it is {@link #stored},
     * whatever happens in between: shares that had left the line and were in no batch would be lost.
     */
    ShareBatch nextBatch() {
        lock.lock();
        try {
            if (inHand.isPresent()) {
                return inHand.get();
            }
            ShareBatch next = batch();
            inHand = Optional.of(next);
            next.shares().forEach(share -> line.remove());
            return next;
        } finally {
            lock.unlock();
        }
    }

    private ShareBatch batch() {
        List<AcceptedShare> shares =
                line.stream().limit(settings.batchShares()).map(Pending::share).toList();
        int leftBehind = line.size() - shares.size();
        // Who is left behind was accepted after the batch's last share, so that is the moment to vouch for.
        Instant at =
                leftBehind == 0 ? clock.next() : shares.get(shares.size() - 1).acceptedAt();
        return new ShareBatch(
                UUID.randomUUID(),
                life.node(),
                life.epoch(),
                life.previousEpoch(),
                sequence - leftBehind,
                at,
                shares,
                refused.drain());
    }

    /** The batch is on disk; gives the receipts of those in it who have heard nothing yet. */
    List<Receipt> stored(ShareBatch batch) {
        lock.lock();
        try {
            inHand = Optional.empty();
            List<Receipt> told = new ArrayList<>();
            while (!untold.isEmpty() && untold.element().share().number().sequence() <= batch.lastSequence()) {
                told.add(untold.remove().receipt());
            }
            return told;
        } finally {
            lock.unlock();
        }
    }

    /** Receipts of those who entered longer ago than a miner should wait and have heard nothing yet. */
    List<Receipt> overdue(long nowNanos) {
        lock.lock();
        try {
            long patience = TimeUnit.MILLISECONDS.toNanos(settings.answerMillis());
            List<Receipt> told = new ArrayList<>();
            while (!untold.isEmpty() && nowNanos - untold.element().enteredNanos() >= patience) {
                told.add(untold.remove().receipt());
            }
            return told;
        } finally {
            lock.unlock();
        }
    }

    int unstored() {
        lock.lock();
        try {
            return line.size() + inBatch();
        } finally {
            lock.unlock();
        }
    }

    private int inBatch() {
        return inHand.map(batch -> batch.shares().size()).orElse(0);
    }

    boolean isEmpty() {
        return unstored() == 0;
    }

    /** Lets nobody in any more and wakes who waits. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
