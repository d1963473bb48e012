package org.motherlode.ejb.chain.monero;

import java.math.BigInteger;
import java.util.List;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PaymentRefusedException;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.WalletCondition;

/** Signs a transaction without sending it: whatever goes wrong in here, no money has moved. */
record PaymentConstruction(WalletPreflight preflight, WalletRpc wallet) {
    /** A transaction has at most 16 outputs, and one of them is the change. */
    static final int MOST_RECEIVERS = 15;

    PreparedPayment prepare(PaymentOrder order) throws NodeUnavailableException, PaymentRefusedException {
        requirePossible(order);
        WalletCondition condition = preflight.look();
        if (!condition.ready()) {
            throw new NodeUnavailableException(condition.words());
        }
        RpcReply reply = wallet.construct(order);
        if (reply instanceof RpcReply.Fault fault) {
            throw new PaymentRefusedException(PaymentRefusals.sentence(fault).orElseThrow(fault::unavailable));
        }
        return read(reply.orUnavailable(), order);
    }

    private static void requirePossible(PaymentOrder order) throws PaymentRefusedException {
        int receivers = order.payments().size();
        if (receivers > MOST_RECEIVERS) {
            throw new PaymentRefusedException(
                    "A Monero transaction pays at most " + MOST_RECEIVERS + " receivers, not " + receivers);
        }
        if (receivers > 1 && order.payments().keySet().stream().anyMatch(PaymentConstruction::isPaidAlone)) {
            throw new PaymentRefusedException("An integrated address must be paid alone");
        }
    }

    /** A transaction carries one payment id, so an integrated address has it to itself. */
    static boolean isPaidAlone(MinerAddress address) {
        return MoneroAddress.find(address.text())
                .filter(found -> found.kind() == AddressKind.INTEGRATED)
                .isPresent();
    }

    private static PreparedPayment read(JsonFields answer, PaymentOrder order) throws NodeUnavailableException {
        BigInteger amount = answer.number("amount");
        if (!amount.equals(order.total().atoms())) {
            throw new NodeUnavailableException(answer.from() + " made a transaction over " + amount
                    + " atoms for an order of " + order.total().atoms() + "; it was not sent");
        }
        List<String> keyImages = answer.object("spent_key_images").texts("key_images");
        if (keyImages.isEmpty()) {
            throw new NodeUnavailableException(
                    answer.from() + " does not say what the transaction spends; it was not sent");
        }
        return new PreparedPayment(
                answer.id("tx_hash"),
                answer.hex("tx_metadata"),
                new Money(answer.number("fee"), Monero.XMR),
                keyImages,
                answer.text("tx_key"));
    }
}
