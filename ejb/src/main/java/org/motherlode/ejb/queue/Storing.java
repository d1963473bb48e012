package org.motherlode.ejb.queue;

import jakarta.jms.JMSException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Stores messages for as long as it takes. A database that is away is waited for; one message that the database will
 * never take (its data break a rule) is set aside without holding up the others.
 */
final class Storing<T> {
    private static final Logger LOG = Logger.getLogger(Storing.class);

    private final Intake<T> intake;
    private final QueueSettings settings;
    private final Stopping stopping;
    private final Health health;
    private final Overdue overdue;

    Storing(Intake<T> intake, QueueSettings settings, Stopping stopping, Health health) {
        this.intake = intake;
        this.settings = settings;
        this.stopping = stopping;
        this.health = health;
        this.overdue = new Overdue(settings.slow(), System::nanoTime);
    }

    Health.State health() {
        return overdue.or(health.now());
    }

    /**
     * Those that can never be stored, each in the book before anything behind it is stored. Throws if the work had to stop:
     * then nothing is known of any of them.
     */
    List<Refused<T>> store(List<Taken<T>> messages, DeadLetters letters) throws StoppedException, JMSException {
        if (messages.isEmpty()) {
            return List.of();
        }
        List<T> values = messages.stream().map(Taken::value).toList();
        try {
            patiently(() -> intake.store().store(values));
            return List.of();
        } catch (SQLException impossible) {
            return messages.size() == 1
                    ? List.of(refused(messages.get(0), String.valueOf(impossible.getMessage()), letters))
                    : oneByOne(messages, letters);
        }
    }

    /** Writes a letter into the book. */
    void died(Letter letter) throws StoppedException {
        always(() -> intake.letters().died(letter));
    }

    /** Whether any letter of this queue is open. */
    boolean isAnyOpen() throws StoppedException {
        AtomicBoolean open = new AtomicBoolean();
        always(() -> open.set(intake.letters().isAnyOpen(intake.name())));
        return open.get();
    }

    /** Those among these that are in the book have an end. */
    void stored(List<String> ids) throws StoppedException {
        if (!ids.isEmpty()) {
            always(() -> intake.letters().stored(ids));
        }
    }

    private Refused<T> refused(Taken<T> message, String why, DeadLetters letters)
            throws StoppedException, JMSException {
        died(letters.letter(message.arrived(), why));
        return new Refused<>(message, why);
    }

    private List<Refused<T>> oneByOne(List<Taken<T>> messages, DeadLetters letters)
            throws StoppedException, JMSException {
        List<Refused<T>> refused = new ArrayList<>();
        for (Taken<T> message : messages) {
            refused.addAll(store(List.of(message), letters));
        }
        return refused;
    }

    /** A book that refuses to be written for good is a bug: the messages stay in the queue until it is mended. */
    private void always(Writing writing) throws StoppedException {
        try {
            patiently(writing);
        } catch (SQLException e) {
            throw new IllegalStateException("dead letters cannot be written down: " + e.getMessage(), e);
        }
    }

    private void patiently(Writing writing) throws SQLException, StoppedException {
        Backoff backoff = settings.backoff();
        while (!stopping.isWanted()) {
            try {
                once(writing);
                if (health.well("stored in the database")) {
                    LOG.infof("%s: the database takes messages again", intake.name());
                }
                return;
            } catch (SQLException e) {
                if (isAboutData(e)) {
                    throw e;
                }
                if (health.ill("waiting for the database: " + e.getMessage())) {
                    LOG.warnf(
                            "%s: the database takes nothing, messages wait on disk: %s", intake.name(), e.getMessage());
                }
            }
            if (stopping.within(backoff.next())) {
                break;
            }
        }
        throw new StoppedException();
    }

    private void once(Writing writing) throws SQLException {
        overdue.begins();
        try {
            writing.run();
        } finally {
            overdue.ends();
        }
    }

    /** Classes 22 (data exception) and 23 (integrity violation) of SQLSTATE; all else may pass. */
    private static boolean isAboutData(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    /** A piece of work on the database. */
    private interface Writing {
        void run() throws SQLException;
    }

    /** A message that cannot be stored, and why. */
    record Refused<T>(Taken<T> taken, String why) {}

    /** The server is stopping; the messages stay in the queue. */
    static final class StoppedException extends Exception {
        private static final long serialVersionUID = 1;
    }
}
