package org.motherlode.ejb.payout;

import java.util.Optional;
import org.motherlode.model.chain.ContestedPaymentException;
import org.motherlode.model.payout.PaymentFate;

/** What an operator should know of a payment that was confirmed; nothing while a block has it. */
record GoneWords(long batch) implements PaymentFate.Cases<Optional<String>> {
    @Override
    public Optional<String> unseen(PaymentFate.Unseen fate) {
        return Optional.of(begin() + "no node knows it any more: it is sent again");
    }

    @Override
    public Optional<String> waiting(PaymentFate.Waiting fate) {
        return Optional.of(begin() + "no block has it any more: it waits for another one");
    }

    @Override
    public Optional<String> mined(PaymentFate.Mined fate) {
        return Optional.empty();
    }

    @Override
    public Optional<String> dead(PaymentFate.Dead fate) {
        return Optional.of(begin() + "can never be paid any more: " + fate.why()
                + ". Its miners have nothing, though the books say so: pay them by hand");
    }

    /** While it is open whether it is dead. */
    static String contested(long batch, ContestedPaymentException open) {
        return new GoneWords(batch).begin() + "no block has it any more: " + open.getMessage();
    }

    private String begin() {
        return "payout " + batch + " was confirmed, and ";
    }
}
