package org.motherlode.ejb.queue;

import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import org.jboss.logging.Logger;

/**
 * Copies messages that can never be stored to a queue of their own, in the transaction that takes them from the first:
 * nothing is lost, nothing is tried for ever. The properties {@code motherlode_queue} and {@code motherlode_why} say where
 * from and why.
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

    void take(Message message, String why) throws JMSException {
        Message copy = message instanceof BytesMessage bytes ? copyOf(bytes) : session.createMessage();
        copy.setStringProperty("motherlode_queue", from);
        copy.setStringProperty("motherlode_why", why);
        producer.send(copy);
        LOG.errorf("%s: message %s goes to the dead letters: %s", from, message.getJMSMessageID(), why);
    }

    private BytesMessage copyOf(BytesMessage original) throws JMSException {
        BytesMessage copy = session.createBytesMessage();
        copy.writeBytes(bytesOf(original));
        return copy;
    }

    static byte[] bytesOf(BytesMessage message) throws JMSException {
        byte[] bytes = new byte[Math.toIntExact(message.getBodyLength())];
        message.reset();
        message.readBytes(bytes);
        return bytes;
    }
}
