package org.motherlode.ejb.queue;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.concurrent.atomic.AtomicLong;

/** One connection with one session and one producer: for one send at a time. */
final class Sender {
    /** Artemis drops a second message of the same id; the store's own unique key is what correctness rests on. */
    static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    private static final long IDLE = Long.MIN_VALUE;

    private final Connection connection;
    private final Session session;
    private final MessageProducer producer;
    private final AtomicLong busySince = new AtomicLong(IDLE);

    private Sender(Connection connection, Session session, MessageProducer producer) {
        this.connection = connection;
        this.session = session;
        this.producer = producer;
    }

    static Sender open(QueueAccess access) throws JMSException {
        Connection connection = access.factory().createConnection();
        try {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageProducer producer = session.createProducer(access.queue());
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            producer.setDisableMessageTimestamp(false);
            return new Sender(connection, session, producer);
        } catch (JMSException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Returns when the broker has the message on disk. */
    void send(byte[] body, Marks marks, long nanoTime) throws JMSException {
        busySince.set(nanoTime);
        try {
            BytesMessage message = session.createBytesMessage();
            message.setStringProperty(DUPLICATE_ID, marks.get(Marks.ID).orElseThrow());
            marks.writeOn(message);
            message.writeBytes(body);
            producer.send(message);
        } finally {
            busySince.set(IDLE);
        }
    }

    boolean isBusyLongerThan(long nanos, long nanoTime) {
        long since = busySince.get();
        return since != IDLE && nanoTime - since > nanos;
    }

    /** Also ends a send that is under way in another thread. */
    void close() throws JMSException {
        connection.close();
    }
}
