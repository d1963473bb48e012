package org.motherlode.ejb.chain.monero;

import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentFate;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PaymentRefusedException;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.payout.WalletCondition;

/** Pays by construct, store, relay: the same signed transaction may be relayed any number of times and pays once. */
record MoneroWallet(
        WalletPreflight preflight, PaymentConstruction construction, PaymentRelay relay, PaymentInquiry inquiry)
        implements Wallet {

    static MoneroWallet of(WalletOpening opening, Monerod node, Depths depths) {
        WalletRpc rpc = opening.wallet();
        WalletPreflight preflight = new WalletPreflight(opening, rpc, node);
        return new MoneroWallet(
                preflight,
                new PaymentConstruction(preflight, rpc),
                new PaymentRelay(opening, rpc, node),
                new PaymentInquiry(node, depths));
    }

    @Override
    public WalletCondition condition() {
        try {
            return preflight.look();
        } catch (NodeUnavailableException e) {
            return new WalletCondition(false, String.valueOf(e.getMessage()), Money.zero(Monero.XMR));
        }
    }

    @Override
    public int mostReceivers() {
        return PaymentConstruction.MOST_RECEIVERS;
    }

    @Override
    public boolean isPaidAlone(MinerAddress address) {
        return PaymentConstruction.isPaidAlone(address);
    }

    @Override
    public PreparedPayment prepare(PaymentOrder order) throws NodeUnavailableException, PaymentRefusedException {
        return construction.prepare(order);
    }

    @Override
    public void send(PreparedPayment payment) throws NodeUnavailableException {
        relay.send(payment);
    }

    @Override
    public PaymentFate fate(PreparedPayment payment) throws NodeUnavailableException {
        return inquiry.fate(payment);
    }
}
