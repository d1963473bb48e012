package org.motherlode.batch.pay;

import org.motherlode.model.payout.PaymentFate;

/** Whether a transaction must be handed to the network (again). */
final class IsUnseen implements PaymentFate.Cases<Boolean> {
    @Override
    public Boolean unseen(PaymentFate.Unseen unseen) {
        return true;
    }

    @Override
    public Boolean waiting(PaymentFate.Waiting waiting) {
        return false;
    }

    @Override
    public Boolean mined(PaymentFate.Mined mined) {
        return false;
    }

    @Override
    public Boolean dead(PaymentFate.Dead dead) {
        return false;
    }
}
