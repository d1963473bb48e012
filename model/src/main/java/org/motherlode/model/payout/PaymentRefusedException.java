package org.motherlode.model.payout;

/** The wallet made no transaction: too little unlocked money, a bad address. The message is for the operator. */
public final class PaymentRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    public PaymentRefusedException(String sentence) {
        super(sentence);
    }
}
