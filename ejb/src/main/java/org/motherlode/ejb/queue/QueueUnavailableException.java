package org.motherlode.ejb.queue;

/** A message could not be made durable in time; it may be on disk all the same, so it must be sent again with its id. */
public final class QueueUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public QueueUnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public QueueUnavailableException(String sentence) {
        super(sentence);
    }
}
