package org.motherlode.ejb.queue;

import jakarta.jms.Message;

/** A message that was taken from the queue and not acknowledged yet, with what it says. */
record Taken<T>(Message message, T value) {}
