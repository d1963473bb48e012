package org.motherlode.ejb.queue;

/** A message's bytes make no sense, or were written by a newer server. The message is a sentence for the operator. */
public final class UnreadableMessageException extends Exception {
    private static final long serialVersionUID = 1;

    public UnreadableMessageException(String sentence) {
        super(sentence);
    }

    public UnreadableMessageException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
