package org.motherlode.ejb.chain.opensy;

/** An error of JSON-RPC. */
final class StandInFault extends Exception {
    private static final long serialVersionUID = 1;

    private final int code;
    private final String words;

    StandInFault(int code, String words) {
        super(words);
        this.code = code;
        this.words = words;
    }

    int code() {
        return code;
    }

    String words() {
        return words;
    }
}
