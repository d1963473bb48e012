package org.motherlode.ejb.chain.monero;

/** Bytes that are not the structure they should be; the message says what was expected and where. */
final class UnreadableBlobException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableBlobException(String sentence) {
        super(sentence);
    }
}
