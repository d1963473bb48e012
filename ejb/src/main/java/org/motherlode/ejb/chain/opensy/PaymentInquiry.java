package org.motherlode.ejb.chain.opensy;

import java.util.Optional;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.chain.ContestedPaymentException;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.payout.PaymentFate;
import org.motherlode.model.payout.PreparedPayment;

/**
 * Asks what became of a payment, by its id. A node keeps no index of all transactions unless it is told to, but its wallet knows which
 * block has a payment of its own. Where it knows of none, the outputs decide that the payment would spend: while they are there it was
 * not made; once one of them is gone, the blocks themselves tell who spent it. So a payment is called dead only by the id of what
 * stands in its place, and never because a wallet has forgotten it.
 */
record PaymentInquiry(WalletRpc wallet, Opensyd node, SpenderSearch search, Depths depths) {
    private static final int NOT_KNOWN = -5;

    PaymentFate fate(PreparedPayment payment) throws NodeUnavailableException {
        NodeReply reply = wallet.transaction(payment.transactionId());
        if (!reply.isFault(NOT_KNOWN)) {
            JsonFields known = reply.orUnavailable().fields();
            long confirmations = known.integer("confirmations");
            if (confirmations > 0) {
                return mined(known.count("blockheight"), confirmations);
            }
        }
        if (node.isInPool(payment.transactionId())) {
            return new PaymentFate.Waiting();
        }
        return byWhatItSpends(payment);
    }

    private PaymentFate byWhatItSpends(PreparedPayment payment) throws NodeUnavailableException {
        boolean allUnspent = true;
        for (String outpoint : payment.spends()) {
            if (!node.isUnspent(outpoint, false)) {
                return spent(payment, outpoint);
            }
            allUnspent &= node.isUnspent(outpoint, true);
        }
        if (!allUnspent) {
            throw new ContestedPaymentException("Another transaction in the node's pool spends what "
                    + payment.transactionId() + " would spend; what becomes of it is still open");
        }
        return new PaymentFate.Unseen();
    }

    private PaymentFate spent(PreparedPayment payment, String outpoint) throws NodeUnavailableException {
        Optional<BlockStanding> tip = node.standing(node.bestBlockId()).filter(BlockStanding::isOnMainChain);
        if (tip.isEmpty()) {
            throw open(payment, "the chain changed while it was asked");
        }
        Optional<SpenderSearch.Spender> spender = search.of(outpoint, tip.get());
        if (spender.isEmpty()) {
            throw open(
                    payment,
                    "none of the last " + search.mostBlocks() + " blocks says by whom " + outpoint + " was spent");
        }
        long confirmations = spender.get().confirmations();
        if (spender.get().transactionId().equals(payment.transactionId())) {
            return mined(spender.get().height(), confirmations);
        }
        if (confirmations < depths.payout()) {
            throw open(
                    payment,
                    spender.get().transactionId() + " spent " + outpoint + " and has " + confirmations + " of "
                            + depths.payout() + " confirmations");
        }
        return new PaymentFate.Dead(spender.get().transactionId() + " spent " + outpoint + " at height "
                + spender.get().height() + " and has " + confirmations + " confirmations");
    }

    private PaymentFate mined(long height, long confirmations) {
        return new PaymentFate.Mined(height, confirmations, confirmations >= depths.payout());
    }

    private static ContestedPaymentException open(PreparedPayment payment, String why) {
        return new ContestedPaymentException(
                "What " + payment.transactionId() + " would spend is spent in the chain; " + why);
    }
}
