package org.motherlode.ejb.identity;

import java.util.Optional;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentFate;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PaymentRefusedException;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.payout.WalletCondition;
import org.motherlode.model.payout.WalletRecords;

/** Pays nothing on another network, whatever is due by the pool's books. */
record GuardedWallet(Wallet wallet, SameNetwork same, Asset asset) implements Wallet {
    /** What keeps the wallet itself from paying is told first. */
    @Override
    public WalletCondition condition() {
        WalletCondition condition = wallet.condition();
        if (!condition.ready()) {
            return condition;
        }
        try {
            same.require();
            return condition;
        } catch (NodeUnavailableException e) {
            return new WalletCondition(false, String.valueOf(e.getMessage()), Money.zero(asset));
        }
    }

    @Override
    public int mostReceivers() {
        return wallet.mostReceivers();
    }

    @Override
    public boolean isPaidAlone(MinerAddress address) {
        return wallet.isPaidAlone(address);
    }

    @Override
    public PreparedPayment prepare(PaymentOrder order) throws NodeUnavailableException, PaymentRefusedException {
        same.requireNow();
        return wallet.prepare(order);
    }

    @Override
    public void send(PreparedPayment payment) throws NodeUnavailableException {
        same.requireNow();
        wallet.send(payment);
    }

    @Override
    public PaymentFate fate(PreparedPayment payment) throws NodeUnavailableException {
        return same.ask(() -> wallet.fate(payment));
    }

    @Override
    public String transactionId(String typed) {
        return wallet.transactionId(typed);
    }

    /** A wallet on another network has nothing to say of these books. */
    @Override
    public Optional<WalletRecords> records() {
        return wallet.records().map(records -> new GuardedRecords(records, same));
    }
}
