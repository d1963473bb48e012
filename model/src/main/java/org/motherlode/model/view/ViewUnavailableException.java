package org.motherlode.model.view;

/** The database did not answer in time, or too many ask at once: try again in a few seconds. The message is for people. */
public final class ViewUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ViewUnavailableException(String sentence) {
        super(sentence);
    }

    public ViewUnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
