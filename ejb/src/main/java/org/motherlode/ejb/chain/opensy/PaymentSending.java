package org.motherlode.ejb.chain.opensy;

import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.payout.PreparedPayment;

/** Sends a signed transaction, as often as one likes: it is the same one each time. */
record PaymentSending(Opensyd node) {
    /** Bitcoin Core's RPC_VERIFY_ALREADY_IN_UTXO_SET. */
    private static final int IN_A_BLOCK = -27;

    void send(PreparedPayment payment) throws NodeUnavailableException {
        NodeReply reply = node.send(payment.payload().hex());
        if (reply.isFault(IN_A_BLOCK)) {
            return;
        }
        if (reply instanceof NodeReply.Fault fault) {
            throw new NodeUnavailableException("The node did not confirm that it sent " + payment.transactionId()
                    + ", which decides nothing; it says: " + fault.words() + " (" + fault.code() + ")");
        }
        String sent = reply.orUnavailable().id();
        if (!sent.equals(payment.transactionId())) {
            throw new NodeUnavailableException(
                    "The node says that it sent " + sent + ", but it was given " + payment.transactionId());
        }
    }
}
