package org.motherlode.model.chain;

/**
 * The node did answer, but what became of a payment is open: no block has it, and another transaction that is not final yet
 * spends what it would spend.
 */
public final class ContestedPaymentException extends NodeUnavailableException {
    private static final long serialVersionUID = 1;

    public ContestedPaymentException(String sentence) {
        super(sentence);
    }
}
