package org.motherlode.ejb.queue;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * The taking end of a queue, on a thread of its own: takes several messages, stores them in one database transaction,
 * and only then acknowledges them. A crash between the two brings them again, which the store must not mind.
 */
public final class QueueConsumer<T> implements Runnable {
    private static final Logger LOG = Logger.getLogger(QueueConsumer.class);

    private final QueueAccess access;
    private final Intake<T> intake;
    private final QueueSettings settings;
    private final Stopping stopping = new Stopping();
    private final Health health = new Health("waiting for messages");
    private final Storing<T> storing;
    private final AtomicReference<Optional<Connection>> connected = new AtomicReference<>(Optional.empty());
    private boolean lettersWereOpen;

    public QueueConsumer(QueueAccess access, Intake<T> intake, QueueSettings settings) {
        this.access = access;
        this.intake = intake;
        this.settings = settings;
        this.storing = new Storing<>(intake, settings, stopping, health);
    }

    /** Works until {@link #stop}; reconnects after every failure. */
    @Override
    public void run() {
        Backoff backoff = settings.backoff();
        while (!stopping.isWanted()) {
            try {
                consume(backoff);
            } catch (Storing.StoppedException e) {
                LOG.debugf("%s: stopped while it waited for the database", intake.name());
            } catch (JMSException e) {
                report("the queue gives no messages: " + e.getMessage(), e);
            } catch (RuntimeException | Error e) { // a bug: the messages stay in the queue, the thread must not end
                report("failed unexpectedly: " + e, e);
            }
            stopping.within(backoff.next());
        }
    }

    /** Returns at once; the thread ends after what it is doing, or after its pause. */
    public void stop() {
        stopping.want();
    }

    /**
     * Gives what was taken and not acknowledged back to the broker, to be delivered before what is behind it, though a
     * database may not have answered yet. Whoever consumes next would otherwise store what is behind it first, and a life of
     * a node would look complete whose last shares are still here. To be called after {@link #stop}.
     */
    void abandon() {
        connected.getAndSet(Optional.empty()).ifPresent(this::close);
    }

    private void close(Connection connection) {
        try {
            connection.close();
        } catch (JMSException | RuntimeException e) {
            LOG.errorf(
                    e,
                    "%s: what is in the hands of a consumer that hangs may not come back in its order",
                    intake.name());
        }
    }

    String name() {
        return intake.name();
    }

    public Health.State health() {
        return storing.health();
    }

    private void report(String words, Throwable e) {
        if (stopping.isWanted()) {
            LOG.debugf(e, "%s: as it stopped, %s", intake.name(), words);
        } else if (health.ill(words)) {
            LOG.errorf(e, "%s: %s", intake.name(), words);
        }
    }

    private void consume(Backoff backoff) throws JMSException, Storing.StoppedException {
        lettersWereOpen = storing.isAnyOpen();
        try (Connection connection = access.factory().createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(access.queue())) {
            connected.set(Optional.of(connection));
            DeadLetters deadLetters = new DeadLetters(intake.name(), session, access);
            connection.start();
            while (!stopping.isWanted()) {
                List<Arrived> messages = take(consumer);
                if (!messages.isEmpty()) {
                    store(messages, deadLetters);
                    session.commit();
                    backoff.reset();
                }
            }
        } finally {
            connected.set(Optional.empty());
        }
    }

    private List<Arrived> take(MessageConsumer consumer) throws JMSException {
        List<Arrived> taken = new ArrayList<>();
        Optional<Message> next =
                Optional.ofNullable(consumer.receive(settings.pause().toMillis()));
        long until = System.nanoTime() + settings.gather().toNanos();
        while (next.isPresent()) {
            taken.add(Arrived.of(next.get()));
            next = taken.size() < settings.mostMessages() ? oneMore(consumer, until) : Optional.empty();
        }
        return taken;
    }

    private Optional<Message> oneMore(MessageConsumer consumer, long untilNanos) throws JMSException {
        long left = TimeUnit.NANOSECONDS.toMillis(untilNanos - System.nanoTime());
        boolean waits = left > 0 && !stopping.isWanted();
        return Optional.ofNullable(waits ? consumer.receive(left) : consumer.receiveNoWait());
    }

    private void store(List<Arrived> messages, DeadLetters deadLetters) throws JMSException, Storing.StoppedException {
        List<Taken<T>> readable = new ArrayList<>();
        for (Arrived message : messages) {
            try {
                readable.add(new Taken<>(message, read(message)));
            } catch (UnreadableMessageException e) {
                String why = String.valueOf(e.getMessage());
                storing.died(deadLetters.letter(message, why));
                deadLetters.take(message, why);
            }
        }
        List<Storing.Refused<T>> refused = storing.store(readable, deadLetters);
        for (Storing.Refused<T> message : refused) {
            deadLetters.take(message.taken().arrived(), message.why());
        }
        storing.stored(perhapsInTheBook(readable, refused));
    }

    private List<String> perhapsInTheBook(List<Taken<T>> readable, List<Storing.Refused<T>> refused)
            throws JMSException {
        List<Taken<T>> dead = refused.stream().map(Storing.Refused::taken).toList();
        List<String> ids = new ArrayList<>();
        for (Taken<T> taken : readable) {
            if ((lettersWereOpen || DeadLetters.wasTried(taken.arrived().message())) && !dead.contains(taken)) {
                ids.add(DeadLetters.idOf(taken.arrived().message()));
            }
        }
        return ids;
    }

    private T read(Arrived message) throws UnreadableMessageException {
        return intake.format()
                .read(message.body()
                        .orElseThrow(() -> new UnreadableMessageException("the message has no bytes"))
                        .toBytes());
    }
}
