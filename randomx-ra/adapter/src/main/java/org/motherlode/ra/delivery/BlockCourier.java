package org.motherlode.ra.delivery;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.share.FoundBlock;
import org.motherlode.model.share.ShareNumber;
import org.motherlode.ra.found.BlockFolder;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.statistics.Gauge;
import org.motherlode.ra.thread.NamedThreads;
import org.motherlode.ra.trouble.Fault;
import org.motherlode.ra.trouble.Trouble;

/**
 * Carries found blocks to the listener at once, several at a time, each again and again until the listener has it. A block
 * is on disk before its first delivery and leaves the disk after the last, so a crash in between delivers it after the
 * next start. A block that waits for its next attempt holds up no other.
 */
public final class BlockCourier implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(BlockCourier.class);

    /** {@code hand}: whose hand it is in; one thread at a time delivers it. */
    private record Delivery(FoundBlock block, boolean onDisk, ReentrantLock hand) {
        Delivery(FoundBlock block, boolean onDisk) {
            this(block, onDisk, new ReentrantLock());
        }

        String words() {
            BlockRef ref = block.block().ref();
            return block.pool() + ": found block " + ref.height() + " " + ref.id();
        }
    }

    private final DeliverySettings settings;
    private final Listeners listeners;
    private final BlockFolder folder;
    private final Figures figures;
    private final Trouble broken;
    private final Map<ShareNumber, Delivery> waiting = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor threads;

    public BlockCourier(Dispatch with, BlockFolder folder) {
        this.settings = with.settings();
        this.listeners = with.listeners();
        this.folder = folder;
        this.figures = with.figures();
        this.broken = with.troubles().of(Fault.BLOCK);
        this.threads = new ScheduledThreadPoolExecutor(settings.blockThreads(), new NamedThreads("blocks"));
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        threads.setRemoveOnCancelPolicy(true);
        figures.read(Gauge.BLOCKS_WAITING, waiting::size);
    }

    /** Begins with what the life before left on disk, and looks there again for what did not find a place. */
    public void start() {
        Future<?> ignored =
                threads.scheduleWithFixedDelay(this::fetch, 0, settings.lastRetryMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns when the block is on disk or cannot be brought there; its delivery is under way. */
    public void found(FoundBlock block) {
        Delivery delivery = new Delivery(block, keep(block));
        if (waiting.size() >= settings.blockQueue()) {
            undelivered(delivery, "too many blocks wait");
        } else {
            begin(delivery);
        }
    }

    /** Tries once more to deliver what waits, within the settings' bound. */
    @Override
    public void close() {
        waiting.values().forEach(delivery -> threads.execute(() -> attempt(delivery, settings.lastRetryMillis())));
        threads.shutdown();
        try {
            if (!threads.awaitTermination(settings.stopMillis() + 1, TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
                boolean ignored = threads.awaitTermination(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        waiting.values().forEach(delivery -> undelivered(delivery, "the adapter stops"));
    }

    private boolean keep(FoundBlock block) {
        try {
            folder.keep(block);
            return true;
        } catch (IOException e) {
            LOG.errorf(
                    "%s: block %s is not on disk: %s; its bytes: %s",
                    block.pool(),
                    block.block().ref().id(),
                    e.toString(),
                    block.block().bytes());
            return false;
        }
    }

    private void fetch() {
        try {
            for (FoundBlock block : folder.kept(settings.blockQueue())) {
                if (waiting.size() < settings.blockQueue()) {
                    begin(new Delivery(block, true));
                }
            }
        } catch (IOException e) {
            LOG.errorf("found blocks on disk cannot be looked for: %s", e.toString());
        } catch (RuntimeException | Error e) {
            // A look that fails would be the last one.
            broken.note("looking for found blocks on disk ran into a bug: " + e, e);
        }
    }

    private void begin(Delivery delivery) {
        ShareNumber watermark = delivery.block().watermark();
        if (waiting.putIfAbsent(watermark, delivery) != null) {
            return;
        }
        // Whoever delivers lets go of the file first: without it, the block was delivered since it was seen on disk.
        if (delivery.onDisk() && !folder.keeps(delivery.block())) {
            waiting.remove(watermark);
        } else {
            again(delivery, 0, settings.firstRetryMillis());
        }
    }

    private void again(Delivery delivery, long afterMillis, long pauseMillis) {
        try {
            Future<?> ignored =
                    threads.schedule(() -> attempt(delivery, pauseMillis), afterMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debugf("%s: the adapter stops", delivery.words());
        }
    }

    /** The last try, at a stop, may meet another one that is under way: then it sees what became of that. */
    private void attempt(Delivery delivery, long pauseMillis) {
        delivery.hand().lock();
        try {
            if (waiting.containsKey(delivery.block().watermark())) {
                tryOnce(delivery, pauseMillis);
            }
        } finally {
            delivery.hand().unlock();
        }
    }

    private void tryOnce(Delivery delivery, long pauseMillis) {
        if (!listeners.isActive()) {
            again(delivery, settings.firstRetryMillis(), pauseMillis);
            return;
        }
        try {
            deliver(delivery);
        } catch (DeliveryFailedException e) {
            // Once is enough: the figures count on, and the file says that it is still waiting.
            Logger.Level level = pauseMillis == settings.firstRetryMillis() ? Logger.Level.ERROR : Logger.Level.DEBUG;
            LOG.logf(level, "%s is not delivered yet: %s", delivery.words(), e.getMessage());
            failed(delivery, pauseMillis);
        } catch (RuntimeException | Error e) {
            broken.note(delivery.words() + " is not delivered yet, that ran into a bug: " + e, e);
            failed(delivery, pauseMillis);
        }
    }

    private void failed(Delivery delivery, long pauseMillis) {
        figures.count(Count.BLOCK_DELIVERIES_FAILED);
        again(delivery, pauseMillis, Math.min(2 * pauseMillis, settings.lastRetryMillis()));
    }

    private void deliver(Delivery delivery) throws DeliveryFailedException {
        listeners.block(delivery.block());
        broken.works();
        figures.count(Count.BLOCKS_DELIVERED);
        if (delivery.onDisk()) {
            folder.release(delivery.block());
        }
        waiting.remove(delivery.block().watermark());
    }

    /** Without a file the log is the last place where the block can still be found and sent by hand. */
    private void undelivered(Delivery delivery, String why) {
        if (delivery.onDisk()) {
            LOG.warnf("%s (%s) waits in %s", delivery.words(), why, folder.file(delivery.block()));
        } else {
            LOG.fatalf(
                    "%s is NOT delivered (%s); its bytes: %s",
                    delivery.words(), why, delivery.block().block().bytes());
        }
    }
}
