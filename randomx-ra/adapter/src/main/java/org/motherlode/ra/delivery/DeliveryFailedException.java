package org.motherlode.ra.delivery;

/** The listener is not there, or did not return. What was delivered may or may not be on disk. */
public final class DeliveryFailedException extends Exception {
    private static final long serialVersionUID = 1;

    DeliveryFailedException(String sentence) {
        super(sentence);
    }

    DeliveryFailedException(Throwable cause) {
        super(cause.toString(), cause);
    }
}
