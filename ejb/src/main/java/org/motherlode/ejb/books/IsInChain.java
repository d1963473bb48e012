package org.motherlode.ejb.books;

import java.util.Optional;
import org.motherlode.model.payout.PaymentFate;

/** Whether a payment has reached the network, and in which block; 0 while none has it. */
final class IsInChain implements PaymentFate.Cases<Optional<Long>> {
    static final long NO_BLOCK = 0;

    @Override
    public Optional<Long> unseen(PaymentFate.Unseen unseen) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> waiting(PaymentFate.Waiting waiting) {
        return Optional.of(NO_BLOCK);
    }

    @Override
    public Optional<Long> mined(PaymentFate.Mined mined) {
        return Optional.of(mined.height());
    }

    @Override
    public Optional<Long> dead(PaymentFate.Dead dead) {
        return Optional.empty();
    }
}
