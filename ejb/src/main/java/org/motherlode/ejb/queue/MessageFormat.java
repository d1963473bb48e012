package org.motherlode.ejb.queue;

/** How a value stands in a message. Messages outlive upgrades of the server, so each bears its format's version. */
public interface MessageFormat<T> {
    byte[] write(T value);

    T read(byte[] bytes) throws UnreadableMessageException;
}
