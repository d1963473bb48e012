package org.motherlode.ejb.queue;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;

/**
 * A queue and the way to it.
 *
 * @param factory in-VM, with block-on-durable-send, and never enlisted in JTA
 * @param deadLetters takes what can never be stored, for a person to look at
 */
public record QueueAccess(ConnectionFactory factory, Queue queue, Queue deadLetters) {}
