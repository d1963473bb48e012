package org.motherlode.ejb.queue;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import org.jboss.logging.Logger;

/** A consumer's thread, from start to a bounded end. */
public final class QueueThread {
    private static final Logger LOG = Logger.getLogger(QueueThread.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    private final QueueConsumer<?> consumer;
    private final Thread thread;

    private QueueThread(QueueConsumer<?> consumer, Thread thread) {
        this.consumer = consumer;
        this.thread = thread;
    }

    public static QueueThread start(QueueConsumer<?> consumer, ThreadFactory threads) {
        QueueThread started = new QueueThread(consumer, threads.newThread(consumer));
        started.thread.start();
        return started;
    }

    /** Waits until what is under way has ended; what is not stored by then goes back to the queue. */
    public void stop() {
        stop(LONGEST_END);
    }

    void stop(Duration longest) {
        consumer.stop();
        try {
            thread.join(longest.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warnf("%s did not end in %s and is abandoned; what it holds goes back", thread.getName(), longest);
            consumer.abandon();
            thread.interrupt();
        } else {
            LOG.infof("%s: the consumer has stopped", consumer.name());
        }
    }
}
