package org.motherlode.ejb.chain.monero;

import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.payout.PreparedPayment;

/**
 * Sends a signed transaction, as often as one likes: it is the same one each time. What a block already has is not sent
 * again, because wallets before 0.18.1 would list it as pending for ever and count its change twice. What is only in the
 * node's pool is: so a wallet that missed the answer to its first attempt learns that its outputs are used up.
 */
record PaymentRelay(WalletOpening opening, WalletRpc wallet, Monerod node) {
    void send(PreparedPayment payment) throws NodeUnavailableException {
        if (node.transaction(payment.transactionId()) instanceof TransactionPlace.InBlock) {
            return;
        }
        opening.requireOpen();
        RpcReply reply = wallet.relay(payment.payload().hex());
        if (reply instanceof RpcReply.Fault fault) {
            throw new NodeUnavailableException("The wallet did not confirm that it sent " + payment.transactionId()
                    + ", which decides nothing; it says: " + fault.words() + " (" + fault.code() + ")");
        }
        String sent = reply.orUnavailable().id("tx_hash");
        if (!sent.equals(payment.transactionId())) {
            throw new NodeUnavailableException(
                    "The wallet says that it sent " + sent + ", but it was given " + payment.transactionId());
        }
        wallet.store();
    }
}
