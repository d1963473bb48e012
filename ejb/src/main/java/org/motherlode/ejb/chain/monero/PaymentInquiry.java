package org.motherlode.ejb.chain.monero;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.chain.ContestedPaymentException;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.payout.PaymentFate;
import org.motherlode.model.payout.PreparedPayment;

/**
 * Asks the node, never the wallet, what became of a payment.
 *
 * <p>The node cannot be asked who spent a key image, nor since when. So a payment is called dead by observation: when its
 * key image was first seen spent in the chain while the payment itself was unknown, the chain's tip is remembered. The
 * other transaction then stands at or below that tip. Once that tip has {@code payout} confirmations, is still on the main
 * chain, and both findings still hold, the other transaction is as deep as a payment that we call final. A reorganisation
 * or a restart of the server begins the observation anew, which costs time and never money.
 */
final class PaymentInquiry {
    private static final BigInteger UNSPENT = BigInteger.ZERO;
    private static final BigInteger SPENT_IN_CHAIN = BigInteger.ONE;

    private final Monerod node;
    private final long finalAfter;
    private final ForeignSpends observed = new ForeignSpends();

    PaymentInquiry(Monerod node, Depths depths) {
        this.node = node;
        this.finalAfter = depths.payout();
    }

    /** Key images are asked for before the transaction: so ours cannot arrive between the two and look like another's. */
    PaymentFate fate(PreparedPayment payment) throws NodeUnavailableException {
        NodeInfo before = node.info();
        List<BigInteger> spent = node.spent(payment.spends());
        TransactionPlace place = node.transaction(payment.transactionId());
        if (place instanceof TransactionPlace.Nowhere && spent.contains(SPENT_IN_CHAIN)) {
            return spentByAnother(payment, before);
        }
        observed.forget(payment.transactionId());
        if (place instanceof TransactionPlace.InBlock block) {
            long confirmations = Math.max(0, before.blocks() - block.height());
            return new PaymentFate.Mined(block.height(), confirmations, confirmations >= finalAfter);
        }
        if (place instanceof TransactionPlace.InPool) {
            return new PaymentFate.Waiting();
        }
        if (spent.stream().allMatch(UNSPENT::equals)) {
            return new PaymentFate.Unseen();
        }
        throw new ContestedPaymentException("Another transaction in the node's pool spends what "
                + payment.transactionId() + " would spend; what becomes of it is still open");
    }

    private PaymentFate spentByAnother(PreparedPayment payment, NodeInfo before) throws NodeUnavailableException {
        NodeInfo after = node.info();
        if (!after.tipId().equals(before.tipId())) {
            throw stillOpen(payment, "the chain changed while it was asked");
        }
        ForeignSpend first =
                observed.of(payment.transactionId()).orElseGet(() -> new ForeignSpend(after.blocks(), after.tipId()));
        Optional<BlockHeader> tipThen = node.block(first.blocks() - 1);
        if (tipThen.filter(block -> block.id().equals(first.tipId())).isEmpty()) {
            observed.forget(payment.transactionId());
            throw stillOpen(payment, "the chain was reorganised");
        }
        observed.keep(payment.transactionId(), first);
        long confirmations = tipThen.get().confirmations(after);
        if (confirmations < finalAfter) {
            throw stillOpen(payment, "that has " + confirmations + " of " + finalAfter + " confirmations");
        }
        return new PaymentFate.Dead("another transaction spent its outputs at height " + (first.blocks() - 1)
                + " or before, with at least " + confirmations + " confirmations");
    }

    private static ContestedPaymentException stillOpen(PreparedPayment payment, String why) {
        return new ContestedPaymentException(
                "Another transaction has spent what " + payment.transactionId() + " would spend; " + why);
    }
}
