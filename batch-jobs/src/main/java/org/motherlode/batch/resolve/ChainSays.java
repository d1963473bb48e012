package org.motherlode.batch.resolve;

import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.payout.PaymentFate;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Wallet;

/**
 * What the chain says of a payment when a person is about to decide.
 *
 * @param paid whether it is in a block that is final
 * @param dead whether it can never be paid any more
 */
record ChainSays(String words, boolean paid, boolean dead) {

    /** A node that does not answer says neither. */
    static ChainSays of(Wallet wallet, PreparedPayment payment) {
        try {
            return wallet.fate(payment).fold(new Reading());
        } catch (NodeUnavailableException e) {
            return new ChainSays("open: " + e.getMessage(), false, false);
        }
    }

    private static final class Reading implements PaymentFate.Cases<ChainSays> {
        @Override
        public ChainSays unseen(PaymentFate.Unseen unseen) {
            return new ChainSays("not seen, what it spends is unspent: it may still be sent and paid", false, false);
        }

        @Override
        public ChainSays waiting(PaymentFate.Waiting waiting) {
            return new ChainSays("in the node's pool", false, false);
        }

        @Override
        public ChainSays mined(PaymentFate.Mined mined) {
            String words = "mined at height " + mined.height() + " with " + mined.confirmations() + " confirmations";
            return new ChainSays(words, mined.settled(), false);
        }

        @Override
        public ChainSays dead(PaymentFate.Dead dead) {
            return new ChainSays("dead: " + dead.why(), false, true);
        }
    }
}
