package org.motherlode.ejb.pool;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import org.jboss.logging.Logger;
import org.motherlode.ejb.queue.Repeated;
import org.motherlode.ejb.queue.Stopping;
import org.motherlode.model.chain.BlockSource;

/** Lets a watcher look whenever the node signals, somebody rings, or the poll is due: on a thread of its own. */
final class Watching implements Runnable {
    private static final Logger LOG = Logger.getLogger(Watching.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final TemplateWatcher watcher;
    private final BlockSource source;
    private final Duration poll;
    private final Signal signal = new Signal();
    private final Stopping stopping = new Stopping();

    Watching(TemplateWatcher watcher, BlockSource source, Duration poll) {
        this.watcher = watcher;
        this.source = source;
        this.poll = poll;
    }

    @Override
    public void run() {
        try (BlockSource.Subscription subscription = listen()) {
            LOG.tracef("listening for new tips by %s", subscription);
            while (!stopping.isWanted() && !Thread.currentThread().isInterrupted()) {
                Repeated.guarded("looking for a template", watcher::look);
                signal.await(poll);
            }
        }
    }

    /** Without news the poll has to do. */
    private BlockSource.Subscription listen() {
        try {
            return source.onNewTip(signal::ring);
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "nobody listens for new tips, the node is asked every %s", poll);
            return () -> {};
        }
    }

    /** The tip may have moved: look now. */
    void ring() {
        signal.ring();
    }

    TemplateWatcher watcher() {
        return watcher;
    }

    /** Starts the thread; the answer ends it, within a bounded time. */
    Runnable start(ThreadFactory threads) {
        Thread thread = threads.newThread(this);
        thread.start();
        return () -> stop(thread);
    }

    private void stop(Thread thread) {
        stopping.want();
        signal.ring();
        try {
            thread.join(LONGEST_END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt(); // a node that does not answer is not waited for
    }
}
