package org.motherlode.ejb.chain.opensy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PaymentRefusedException;

/** What a payout must be before it is made, and what its transaction must be before it is believed. */
final class PaymentChecks {
    /** What is left over below this becomes fee: the dust limit of the change's output. */
    static final long SMALLEST_CHANGE = 1_000;

    private PaymentChecks() {}

    /** Each receiver with the script that pays it. */
    static Map<MinerAddress, OpenSyAddress> receivers(PaymentOrder order) throws PaymentRefusedException {
        int count = order.payments().size();
        if (count > PaymentConstruction.MOST_RECEIVERS) {
            throw new PaymentRefusedException("A transaction of this pool pays at most "
                    + PaymentConstruction.MOST_RECEIVERS + " receivers, not " + count);
        }
        Map<MinerAddress, OpenSyAddress> receivers = new LinkedHashMap<>();
        for (Map.Entry<MinerAddress, Money> payment : order.payments().entrySet()) {
            receivers.put(payment.getKey(), receiver(payment.getKey(), payment.getValue()));
        }
        return receivers;
    }

    private static OpenSyAddress receiver(MinerAddress miner, Money amount) throws PaymentRefusedException {
        try {
            OpenSyAddress address = OpenSyAddress.parse(miner.text());
            if (Dust.is(amount, address.script())) {
                throw new PaymentRefusedException(
                        amount.display() + " for " + miner + " is too little to be relayed; the" + " least is "
                                + OpenSy.qirsh(Dust.limit(address.script())).display());
            }
            return address;
        } catch (OpenSyAddress.NotAnAddressException e) {
            throw new PaymentRefusedException(miner + " cannot be paid: " + e.sentence());
        }
    }

    /** Each receiver is paid once and to the qirsh, and nothing else is paid but one change at most. */
    static void requireExactly(PaymentOrder order, Map<MinerAddress, OpenSyAddress> receivers, Transaction transaction)
            throws NodeUnavailableException {
        List<Transaction.Output> left = new ArrayList<>(transaction.outputs());
        for (Map.Entry<MinerAddress, Money> payment : order.payments().entrySet()) {
            OpenSyAddress address = receivers.get(payment.getKey());
            BigInteger atoms = payment.getValue().atoms();
            boolean paid = address != null
                    && atoms.bitLength() < Long.SIZE
                    && left.remove(new Transaction.Output(atoms.longValueExact(), address.script()));
            if (!paid) {
                throw new NodeUnavailableException("The wallet made a transaction that does not pay "
                        + payment.getValue().display() + " to " + payment.getKey() + "; it was not sent");
            }
        }
        if (left.size() > 1) {
            throw new NodeUnavailableException("The wallet made a transaction with " + left.size()
                    + " outputs that nobody asked for; it was not sent");
        }
        if (transaction.inputs().isEmpty()) {
            throw new NodeUnavailableException("The wallet made a transaction that spends nothing; it was not sent");
        }
    }
}
