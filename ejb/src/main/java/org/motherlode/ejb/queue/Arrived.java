package org.motherlode.ejb.queue;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Optional;
import org.motherlode.model.bytes.Octets;

/**
 * A message that was taken from the queue and not acknowledged yet, with its bytes. These must be read before the next message
 * is received: of a large message (above 100 KiB) the broker's client throws them away then, and gives zeros instead.
 *
 * @param body empty if it is no message of bytes
 */
record Arrived(Message message, Optional<Octets> body) {
    static Arrived of(Message message) throws JMSException {
        if (message instanceof BytesMessage bytes) {
            byte[] body = new byte[Math.toIntExact(bytes.getBodyLength())];
            bytes.readBytes(body);
            return new Arrived(message, Optional.of(Octets.of(body)));
        }
        return new Arrived(message, Optional.empty());
    }
}
