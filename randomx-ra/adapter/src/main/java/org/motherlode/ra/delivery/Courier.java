package org.motherlode.ra.delivery;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.motherlode.model.share.AcceptedShare;
import org.motherlode.model.share.ShareBatch;
import org.motherlode.ra.epoch.NodeLife;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.statistics.Gauge;
import org.motherlode.ra.thread.NamedThreads;
import org.motherlode.ra.trouble.Fault;
import org.motherlode.ra.trouble.Trouble;

/**
 * Carries accepted shares to the listener on a thread of its own, one batch at a time: while one is being stored, the
 * next gathers. A batch that fails is delivered again as it is, until the listener returns.
 */
public final class Courier implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Courier.class);

    private final DeliverySettings settings;
    private final Listeners listeners;
    private final Figures figures;
    private final ShareLine line;
    private final Persistence persistence;
    private final Trouble storing;
    private final Trouble telling;
    private final Thread thread;
    private volatile boolean warm;

    public Courier(Dispatch with, NodeLife life, AcceptanceClock clock, RefusedTally refused) {
        this.settings = with.settings();
        this.listeners = with.listeners();
        this.figures = with.figures();
        this.line = new ShareLine(life, settings, refused, clock);
        this.persistence = new Persistence(settings);
        this.storing = with.troubles().of(Fault.STORING);
        this.telling = with.troubles().of(Fault.VERDICT);
        this.thread = new NamedThreads("courier").newThread(this::run);
        figures.read(Gauge.SHARES_UNSTORED, line::unstored);
    }

    public void start() {
        thread.start();
    }

    /** Whether the way to the disk has been gone often enough that a miner's share finds it open. */
    public boolean isWarm() {
        return warm;
    }

    /**
     * Takes a share in and gives it its number; empty if too many wait already.
     *
     * @param block whether it is a block, which is taken in always
     */
    public Optional<AcceptedShare> accept(Work work, boolean block, Receipt receipt) {
        return line.enter(work, block, receipt);
    }

    /** Tells those who have waited too long; to be called now and then. */
    public void tellOverdue() {
        for (Receipt receipt : line.overdue(System.nanoTime())) {
            figures.count(Count.SHARES_ANSWERED_LATE);
            tell(receipt::late);
        }
    }

    /** Lets nothing in any more, tries once more to deliver what is in line, and ends within the settings' bound. */
    @Override
    public void close() {
        line.close();
        persistence.stop();
        try {
            if (!listeners.isActive()) {
                // Nobody is left to deliver to: the server takes the listener away before the adapter.
                thread.interrupt();
            }
            thread.join(settings.stopMillis() + 1);
            thread.interrupt();
            thread.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!line.isEmpty()) {
            LOG.warnf("%d shares were not stored; their miners never heard that they were", line.unstored());
        }
    }

    private void run() {
        try {
            // The first batch is a sign of life: it tells the ledger that the life before is over.
            warmUp();
            do {
                awaitListener();
                if (!deliver()) {
                    return;
                }
                line.await(settings.lifeSignMillis());
            } while (!persistence.isStopped() || !line.isEmpty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Empty batches before the first miner comes: the connections are made and the classes loaded by then, which would
     * cost the first share a second and more.
     */
    private void warmUp() throws InterruptedException {
        long began = System.nanoTime();
        for (int i = 0; i < settings.warmUpBatches() && !persistence.isStopped() && line.isEmpty(); i++) {
            awaitListener();
            if (!deliver()) {
                return;
            }
        }
        LOG.infof("the way to the disk is warm after %d ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        warm = true;
    }

    private void awaitListener() throws InterruptedException {
        while (!persistence.isStopped() && !listeners.awaitActive(settings.lifeSignMillis())) {
            LOG.debug("the share listener is not deployed yet");
        }
    }

    /** False if the adapter stops and the next batch cannot be stored. */
    private boolean deliver() throws InterruptedException {
        long began = System.nanoTime();
        boolean[] failed = {false};
        return persistence.until(() -> store(began, failed[0]), failure -> {
            figures.count(Count.DELIVERIES_FAILED);
            if (!(failure instanceof DeliveryFailedException)) {
                storing.note("shares are not stored yet, storing them ran into a bug: " + failure, failure);
            } else if (!failed[0]) {
                LOG.warnf("shares are not stored yet: %s", failure.getMessage());
            }
            failed[0] = true;
        });
    }

    private void store(long beganNanos, boolean afterFailure) throws DeliveryFailedException {
        ShareBatch batch = line.nextBatch();
        listeners.shares(batch);
        storing.works();
        if (afterFailure) {
            LOG.infof("batch %s is stored now", batch.id());
        }
        figures.storing().record(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - beganNanos));
        figures.count(Count.BATCHES_STORED);
        if (batch.shares().isEmpty()) {
            figures.count(Count.LIFE_SIGNS);
        }
        line.stored(batch).forEach(receipt -> tell(receipt::stored));
    }

    /** Who comes after one that cannot be told must hear all the same, and the shares behind be stored. */
    private void tell(Runnable answer) {
        try {
            answer.run();
        } catch (RuntimeException | Error e) {
            telling.note("what became of a share could not be told: " + e, e);
        }
    }
}
