package org.motherlode.ejb.share;

/** PostgreSQL's text has no NUL; a worker's name must never keep a batch out of the ledger. */
final class Storable {
    private static final char REPLACEMENT = '\uFFFD';

    private Storable() {}

    static char of(char character) {
        return character == '\0' ? REPLACEMENT : character;
    }

    static String of(String text) {
        return text.replace('\0', REPLACEMENT);
    }
}
