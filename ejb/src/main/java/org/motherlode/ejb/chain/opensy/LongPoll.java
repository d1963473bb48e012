package org.motherlode.ejb.chain.opensy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.motherlode.model.chain.BlockSource.Subscription;
import org.motherlode.model.chain.NodeUnavailableException;

/**
 * Has one question open at the node all the time, which the node answers when there is something new; on a thread and a connection of
 * its own. The answer itself is not used: that one came is the news, and whoever hears it asks the node. While the node is silent the
 * question ends with its time and is asked again.
 */
final class LongPoll implements Subscription {
    private static final Logger LOG = Logger.getLogger(LongPoll.class);

    private final Opensyd node;
    private final Runnable signal;
    private final Duration pause;
    private final CountDownLatch closed = new CountDownLatch(1);

    private LongPoll(Opensyd node, Runnable signal, Duration pause) {
        this.node = node;
        this.signal = signal;
        this.pause = pause;
    }

    /**
     * Begins to ask.
     *
     * @param node by a connection of its own, whose silence may be long; closed with the subscription
     * @param pause after each question, so that a node which answers at once is not asked without end
     */
    static LongPoll open(Opensyd node, Runnable signal, Duration pause) {
        LongPoll poll = new LongPoll(node, signal, pause);
        Thread thread = new Thread(poll::ask, "opensy-longpoll " + node.name());
        thread.setDaemon(true);
        thread.start();
        return poll;
    }

    private void ask() {
        try {
            do {
                askOnce();
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "No news come from %s any more; new blocks are seen by asking", node.name());
        }
    }

    private void askOnce() {
        try {
            node.awaitChange(node.template().text("longpollid"));
        } catch (NodeUnavailableException e) {
            // The time of a silent node was up, or it is away, which the one who polls says in the log.
            LOG.debugf("%s has no news: %s", node.name(), e.getMessage());
            return;
        }
        tell();
    }

    /** A listener's fault must not end the news: it is logged here, where the thread's work begins. */
    private void tell() {
        if (closed.getCount() == 0) {
            return;
        }
        try {
            signal.run();
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "Nobody could be told of news that %s had", node.name());
        }
    }

    /** The open question ends with its connection; the thread ends soon after and signals nothing more. */
    @Override
    public void close() {
        closed.countDown();
        node.close();
    }
}
