package org.motherlode.ra.delivery;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.motherlode.model.share.FoundBlock;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.statistics.Gauge;
import org.motherlode.ra.thread.NamedThreads;

/** Carries found blocks to the listener at once, several at a time, each until the listener has it. */
public final class BlockCourier implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(BlockCourier.class);

    private final DeliverySettings settings;
    private final Listeners listeners;
    private final Figures figures;
    private final Persistence persistence;
    private final ThreadPoolExecutor executor;
    private final AtomicInteger waiting = new AtomicInteger();

    public BlockCourier(DeliverySettings settings, Listeners listeners, Figures figures) {
        this.settings = settings;
        this.listeners = listeners;
        this.figures = figures;
        this.persistence = new Persistence(settings);
        this.executor = new ThreadPoolExecutor(
                settings.blockThreads(),
                settings.blockThreads(),
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(settings.blockQueue()),
                new NamedThreads("blocks"));
        executor.allowCoreThreadTimeOut(true);
        figures.read(Gauge.BLOCKS_WAITING, waiting::get);
    }

    public void found(FoundBlock block) {
        waiting.incrementAndGet();
        try {
            executor.execute(() -> deliver(block));
        } catch (RejectedExecutionException e) {
            undelivered(block, "too many blocks wait, or the adapter stops");
        }
    }

    @Override
    public void close() {
        persistence.stop();
        executor.shutdown();
        try {
            if (!executor.awaitTermination(settings.stopMillis() + 1, TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
                boolean ignored = executor.awaitTermination(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(FoundBlock block) {
        String ref = block.pool() + " block " + block.block().ref();
        try {
            boolean delivered = persistence.until(() -> listeners.block(block), failure -> {
                figures.count(Count.BLOCK_DELIVERIES_FAILED);
                LOG.errorf("%s is not delivered yet: %s", ref, failure.getMessage());
            });
            if (delivered) {
                figures.count(Count.BLOCKS_DELIVERED);
                waiting.decrementAndGet();
            } else {
                undelivered(block, "the adapter stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            undelivered(block, "the adapter stops");
        }
    }

    /** The log is the last place where the block can still be found and sent by hand. */
    private void undelivered(FoundBlock block, String why) {
        waiting.decrementAndGet();
        LOG.fatalf(
                "%s of %s is NOT delivered (%s); its bytes: %s",
                block.block().ref(), block.pool(), why, block.block().bytes());
    }
}
