package org.motherlode.ejb.queue;

import jakarta.jms.JMSException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * The sending end of a queue. A send returns when the message is on disk, or throws after a bounded time; then the caller
 * sends the same again. Connections are kept and used by one send at a time; one that failed is thrown away.
 */
public final class DurableQueue {
    private static final Logger LOG = Logger.getLogger(DurableQueue.class);

    private final QueueAccess access;
    private final QueueSettings settings;
    private final LongSupplier nanoTime;
    private final Semaphore places;
    private final Deque<Sender> idle = new ArrayDeque<>();
    private final Set<Sender> open = ConcurrentHashMap.newKeySet();
    private final Health health = new Health("no message sent yet");

    public DurableQueue(QueueAccess access, QueueSettings settings, LongSupplier nanoTime) {
        this.access = access;
        this.settings = settings;
        this.nanoTime = nanoTime;
        this.places = new Semaphore(settings.senders());
    }

    /**
     * Returns when the message is on disk.
     *
     * @param id the same for the same message, whenever it is sent
     */
    public void send(String id, byte[] body, Marks marks) {
        takePlace();
        try {
            sendOnce(body, marks.with(Marks.ID, id));
        } catch (JMSException | RuntimeException e) {
            // Artemis answers an interrupt with an exception that is no JMSException.
            String sentence = "the queue took no message: " + e.getMessage();
            health.ill(sentence);
            endIdle();
            throw new QueueUnavailableException(sentence, e);
        } finally {
            places.release();
        }
        if (health.well("messages are stored")) {
            LOG.info("the queue takes messages again");
        }
    }

    private void sendOnce(byte[] body, Marks marks) throws JMSException {
        Sender sender = take();
        boolean sent = false;
        try {
            sender.send(body, marks, nanoTime.getAsLong());
            sent = true;
        } finally {
            if (sent) {
                giveBack(sender);
            } else {
                end(sender);
            }
        }
    }

    /** Ends sends that take longer than the bound, for example because the broker's disk is full. Called every second. */
    public void endOverdue() {
        long now = nanoTime.getAsLong();
        for (Sender sender : open) {
            if (sender.isBusyLongerThan(settings.sendTimeout().toNanos(), now)) {
                end(sender);
            }
        }
    }

    public Health.State health() {
        return health.now();
    }

    /** Closes all connections, also those in use; a later send opens new ones. */
    public void endAll() {
        endIdle();
        open.forEach(this::end);
    }

    private void endIdle() {
        List<Sender> unused;
        synchronized (idle) {
            unused = List.copyOf(idle);
            idle.clear();
        }
        unused.forEach(this::end);
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(settings.sendTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new QueueUnavailableException("the queue is busy with " + settings.senders() + " messages");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueueUnavailableException("interrupted before the message was sent", e);
        }
    }

    private Sender take() throws JMSException {
        Optional<Sender> kept;
        synchronized (idle) {
            kept = Optional.ofNullable(idle.poll());
        }
        if (kept.isPresent()) {
            return kept.get();
        }
        Sender sender = Sender.open(access);
        open.add(sender);
        return sender;
    }

    private void giveBack(Sender sender) {
        synchronized (idle) {
            if (open.contains(sender)) {
                idle.push(sender);
            }
        }
    }

    private void end(Sender sender) {
        open.remove(sender);
        try {
            sender.close();
        } catch (JMSException | RuntimeException e) {
            LOG.debugf(e, "a connection that is given up did not close cleanly");
        }
    }
}
