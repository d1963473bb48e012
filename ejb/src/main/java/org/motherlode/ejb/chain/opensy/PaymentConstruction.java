package org.motherlode.ejb.chain.opensy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PaymentRefusedException;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.WalletCondition;

/**
 * Creates, funds and signs a transaction and sends nothing: whatever goes wrong in here, no money has moved. What was signed is read
 * again before it is believed.
 *
 * @param feeRate in qirsh for each virtual byte
 */
record PaymentConstruction(WalletPreflight preflight, WalletRpc wallet, long feeRate) {
    /** As many as OpenSY's own plan wants; a transaction of the largest standard size has room for thirty times as many. */
    static final int MOST_RECEIVERS = 100;

    /** Sizes are estimated before there are signatures, and a change that is too small is left to the network. */
    private static final long MOST_TIMES_THE_RATE = 2;

    PreparedPayment prepare(PaymentOrder order) throws NodeUnavailableException, PaymentRefusedException {
        Map<MinerAddress, OpenSyAddress> receivers = PaymentChecks.receivers(order);
        WalletCondition condition = preflight.look();
        if (!condition.ready()) {
            throw new NodeUnavailableException(condition.words());
        }
        String bare = made(wallet.create(order)).text();
        JsonFields funded = made(wallet.fund(bare, feeRate)).fields();
        JsonFields signed = made(wallet.sign(funded.text("hex"))).fields();
        if (!signed.flag("complete")) {
            throw new NodeUnavailableException(
                    "The wallet could not sign all of a payout, which was not sent; are all of" + " its keys there?");
        }
        Transaction transaction = read(signed);
        PaymentChecks.requireExactly(order, receivers, transaction);
        Money fee = Qirsh.read(funded, "fee");
        requireSensible(fee, transaction);
        List<String> spends = new ArrayList<>();
        transaction.inputs().forEach(input -> spends.add(input.outpoint()));
        return new PreparedPayment(transaction.id(), transaction.bytes(), fee, spends, "");
    }

    private static NodeReply.Result made(NodeReply reply) throws NodeUnavailableException, PaymentRefusedException {
        if (reply instanceof NodeReply.Fault fault) {
            throw new PaymentRefusedException(PaymentRefusals.sentence(fault).orElseThrow(fault::unavailable));
        }
        return reply.orUnavailable();
    }

    private static Transaction read(JsonFields signed) throws NodeUnavailableException {
        try {
            return Transaction.of(signed.hex("hex").toBytes());
        } catch (UnreadableBytesException e) {
            throw new NodeUnavailableException(
                    signed.from() + " made a transaction that cannot be read, which was not sent: " + e.getMessage(),
                    e);
        }
    }

    private void requireSensible(Money fee, Transaction transaction) throws NodeUnavailableException {
        BigInteger most = BigInteger.valueOf(feeRate)
                .multiply(BigInteger.valueOf(MOST_TIMES_THE_RATE * transaction.virtualSize()))
                .add(BigInteger.valueOf(PaymentChecks.SMALLEST_CHANGE));
        if (fee.atoms().compareTo(most) > 0) {
            throw new NodeUnavailableException("The wallet made a transaction of " + transaction.virtualSize()
                    + " virtual bytes with a fee of " + fee.display() + ", which " + feeRate
                    + " qirsh for each byte do not explain; it was not sent");
        }
    }
}
