package org.motherlode.ejb.chain.opensy;

/** Bytes that are not the structure they should be; the message says what was expected and where. */
final class UnreadableBytesException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableBytesException(String sentence) {
        super(sentence);
    }
}
