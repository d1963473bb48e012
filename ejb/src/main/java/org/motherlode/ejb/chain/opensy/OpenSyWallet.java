package org.motherlode.ejb.chain.opensy;

import java.util.Locale;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.payout.PaymentFate;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PaymentRefusedException;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.payout.WalletCondition;

/** Pays by a raw transaction that is stored before it is sent: sending it again is the same transaction and pays once. */
record OpenSyWallet(
        WalletPreflight preflight, PaymentConstruction construction, PaymentSending sending, PaymentInquiry inquiry)
        implements Wallet {
    @Override
    public WalletCondition condition() {
        try {
            return preflight.look();
        } catch (NodeUnavailableException e) {
            return WalletPreflight.notReady(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public int mostReceivers() {
        return PaymentConstruction.MOST_RECEIVERS;
    }

    @Override
    public boolean isPaidAlone(MinerAddress address) {
        return false;
    }

    @Override
    public String transactionId(String typed) {
        String id = typed.strip().toLowerCase(Locale.ROOT);
        if (!id.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "transaction must be the id of an OpenSY transaction, 64 hexadecimal digits, not '" + typed + "'");
        }
        return id;
    }

    @Override
    public PreparedPayment prepare(PaymentOrder order) throws NodeUnavailableException, PaymentRefusedException {
        return construction.prepare(order);
    }

    @Override
    public void send(PreparedPayment payment) throws NodeUnavailableException {
        sending.send(payment);
    }

    @Override
    public PaymentFate fate(PreparedPayment payment) throws NodeUnavailableException {
        return inquiry.fate(payment);
    }
}
