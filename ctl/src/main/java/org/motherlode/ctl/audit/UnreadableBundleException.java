package org.motherlode.ctl.audit;

/** A file is no bundle, or no list of shares. The message is a sentence for the person who gave it. */
public final class UnreadableBundleException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableBundleException(String sentence) {
        super(sentence);
    }
}
