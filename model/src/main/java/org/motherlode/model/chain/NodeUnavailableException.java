package org.motherlode.model.chain;

import java.io.IOException;

/** A node or wallet could not be asked, or answered nonsense. The message is a sentence for the operator. */
public sealed class NodeUnavailableException extends IOException permits ContestedPaymentException {
    private static final long serialVersionUID = 1;

    public NodeUnavailableException(String sentence) {
        super(sentence);
    }

    public NodeUnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
