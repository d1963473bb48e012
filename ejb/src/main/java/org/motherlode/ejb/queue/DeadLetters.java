package org.motherlode.ejb.queue;

import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import org.jboss.logging.Logger;
import org.motherlode.model.bytes.Octets;

/**
 * Copies messages that can never be stored to a queue of their own, in the transaction that takes them from the first:
 * nothing is lost, nothing is tried for ever. A copy has the marks of its message, and {@code motherlode_queue} and
 * {@code motherlode_why} beside them. Moved back to its queue it is tried once more.
 */
final class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final String from;
    private final Session session;
    private final MessageProducer producer;

    DeadLetters(String from, Session session, QueueAccess access) throws JMSException {
        this.from = from;
        this.session = session;
        this.producer = session.createProducer(access.deadLetters());
        producer.setDeliveryMode(DeliveryMode.PERSISTENT);
    }

    Letter letter(Arrived arrived, String why) throws JMSException {
        Message message = arrived.message();
        return new Letter(idOf(message), from, why, Marks.of(message));
    }

    void take(Arrived arrived, String why) throws JMSException {
        Message copy = arrived.body().isPresent() ? copyOf(arrived.body().get()) : session.createMessage();
        Letter letter = letter(arrived, why);
        letter.marks()
                .with(Marks.ID, letter.id())
                .with(Marks.QUEUE, from)
                .with(Marks.WHY, why)
                .writeOn(copy);
        producer.send(copy);
        LOG.errorf("%s: message %s goes to the dead letters: %s", from, letter.id(), why);
    }

    /** Whether it may be in the book: it was tried before, and was given back or came from the dead letters. */
    static boolean wasTried(Message message) throws JMSException {
        return message.getJMSRedelivered() || Marks.of(message).get(Marks.WHY).isPresent();
    }

    static String idOf(Message message) throws JMSException {
        return Marks.of(message).get(Marks.ID).orElse(message.getJMSMessageID());
    }

    private Message copyOf(Octets body) throws JMSException {
        BytesMessage copy = session.createBytesMessage();
        copy.writeBytes(body.toBytes());
        return copy;
    }
}
