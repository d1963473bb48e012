package org.motherlode.batch.pay;

import org.jboss.logging.Logger;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.payout.PaymentFate;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.payout.Payouts;

/** Brings a payout to where the chain has it. Gives the batch as it stands then. */
final class Resolution implements PaymentFate.Cases<PayoutBatch> {
    private static final Logger LOG = Logger.getLogger(Resolution.class);

    private final Payouts payouts;
    private final Fence fence;
    private final PayoutBatch batch;

    Resolution(Payouts payouts, Fence fence, PayoutBatch batch) {
        this.payouts = payouts;
        this.fence = fence;
        this.batch = batch;
    }

    /** Nothing is decided by not being seen: a transaction may fall out of a node's pool and come back. */
    @Override
    public PayoutBatch unseen(PaymentFate.Unseen unseen) {
        return batch;
    }

    @Override
    public PayoutBatch waiting(PaymentFate.Waiting waiting) {
        return seen();
    }

    @Override
    public PayoutBatch mined(PaymentFate.Mined mined) {
        PayoutBatch sent = seen();
        if (!mined.settled()) {
            return sent;
        }
        LOG.infof(
                "%s: payout %d of %s is confirmed at height %d",
                batch.pool(), batch.number(), batch.order().total().display(), mined.height());
        return payouts.confirmed(fence, sent);
    }

    /** Proven never to be paid, unless the chain had shown it before: two such answers together need a person. */
    @Override
    public PayoutBatch dead(PaymentFate.Dead dead) {
        LOG.warnf("%s: payout %d is dead as %s: %s", batch.pool(), batch.number(), batch.state(), dead.why());
        if (batch.state() == PayoutState.SENT) {
            return payouts.review(fence, batch, "the chain had it, and now says that it is dead: " + dead.why());
        }
        return payouts.released(fence, batch, dead.why());
    }

    private PayoutBatch seen() {
        return batch.state() == PayoutState.PREPARED ? payouts.sent(fence, batch) : batch;
    }
}
