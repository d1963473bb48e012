package org.motherlode.ejb.chain.monero;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.payout.PaymentFate;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PaymentRefusedException;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.payout.WalletCondition;
import org.motherlode.model.payout.WalletRecords;

/** Pays by construct, store, relay: the same signed transaction may be relayed any number of times and pays once. */
final class MoneroWallet implements Wallet {
    private final WalletTurns turns = new WalletTurns(InstantSource.system());
    private final Duration patience;
    private final WalletLooks looks;
    private final PaymentConstruction construction;
    private final PaymentRelay relay;
    private final PaymentInquiry inquiry;
    private final WalletRecords records;

    /** @param looking the same wallet by a connection for looks, with a shorter time limit */
    MoneroWallet(WalletOpening opening, WalletOpening looking, Monerod node, WalletTerms terms) {
        WalletRpc rpc = opening.wallet();
        this.patience = terms.payoutWaits();
        this.looks = new WalletLooks(new WalletPreflight(looking, looking.wallet(), node), turns, terms);
        this.construction = new PaymentConstruction(new WalletPreflight(opening, rpc, node), rpc);
        this.relay = new PaymentRelay(opening, rpc, node);
        this.inquiry = new PaymentInquiry(node, terms.depths());
        this.records = new MoneroRecords(looking, node, turns, terms.lookWaits());
    }

    /** While a payout is signed or sent this is the last look's answer, with nothing to spend. */
    @Override
    public WalletCondition condition() {
        return looks.condition();
    }

    @Override
    public int mostReceivers() {
        return PaymentConstruction.MOST_RECEIVERS;
    }

    @Override
    public String transactionId(String typed) {
        return TransactionIds.read(typed);
    }

    @Override
    public boolean isPaidAlone(MinerAddress address) {
        return PaymentConstruction.isPaidAlone(address);
    }

    @Override
    @SuppressWarnings("try") // the turn is only held
    public PreparedPayment prepare(PaymentOrder order) throws NodeUnavailableException, PaymentRefusedException {
        try (WalletTurns.Turn turn = turns.take("signing a payout", patience)) {
            return construction.prepare(order);
        }
    }

    @Override
    @SuppressWarnings("try")
    public void send(PreparedPayment payment) throws NodeUnavailableException {
        try (WalletTurns.Turn turn = turns.take("sending a payout", patience)) {
            relay.send(payment);
        }
    }

    @Override
    public PaymentFate fate(PreparedPayment payment) throws NodeUnavailableException {
        return inquiry.fate(payment);
    }

    @Override
    public Optional<WalletRecords> records() {
        return Optional.of(records);
    }
}
