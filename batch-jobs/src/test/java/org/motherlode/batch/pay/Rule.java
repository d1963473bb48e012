package org.motherlode.batch.pay;

import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.payout.PaymentFate;

/**
 * When a wallet calls a payment settled or dead. The right one waits for finality in both; the others are what the tests
 * must be able to catch.
 *
 * @param settledAfter confirmations of the payment
 * @param deadAfter confirmations of another transaction that spent the same
 * @param poolKills whether another's spend that only waits in the pool is already the end
 * @param unseenIsDead whether a payment that nobody seems to know is given up
 */
record Rule(int settledAfter, int deadAfter, boolean poolKills, boolean unseenIsDead) {
    static final Rule RIGHT = new Rule(Network.FINAL, Network.FINAL, false, false);

    PaymentFate fate(Network network, Chain.Signed payment) throws NodeUnavailableException {
        long confirmations = network.confirmations(payment.id());
        if (confirmations > 0) {
            return new PaymentFate.Mined(
                    network.heightOf(payment.id()).orElseThrow(), confirmations, confirmations >= settledAfter);
        }
        if (network.isInPool(payment.id())) {
            return new PaymentFate.Waiting();
        }
        var spender = network.spender(payment.output());
        if (spender.isPresent()) {
            return spent(network.confirmations(spender.get().id()));
        }
        if (network.isSpentInPool(payment.output())) {
            if (poolKills) {
                return new PaymentFate.Dead("another waits");
            }
            throw new NodeUnavailableException("another waits, still open");
        }
        return unseenIsDead ? new PaymentFate.Dead("nobody knows it") : new PaymentFate.Unseen();
    }

    private PaymentFate spent(long confirmations) throws NodeUnavailableException {
        if (confirmations < deadAfter) {
            throw new NodeUnavailableException("spent by another, with " + confirmations + " confirmations");
        }
        return new PaymentFate.Dead("spent by another");
    }
}
