package org.motherlode.batch.pay;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentFate;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PaymentRefusedException;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.payout.WalletCondition;

/** A wallet on a {@link Network}: what it signed it can always send, whatever became of it meanwhile. */
final class NetworkWallet implements Wallet {
    private final Network network;
    private final Rule rule;
    private final Cuts cuts;
    private final Map<String, Chain.Signed> signed = new HashMap<>();
    private Mood mood = Mood.WELL;

    /** What goes wrong in one run. */
    enum Mood {
        WELL,
        NOT_READY,
        UNREACHABLE,
        REFUSES,
        NEVER_ARRIVES,
        ANSWER_LOST,
        ONLY_ABROAD
    }

    NetworkWallet(Network network, Rule rule, Cuts cuts) {
        this.network = network;
        this.rule = rule;
        this.cuts = cuts;
    }

    void is(Mood next) {
        mood = next;
    }

    @Override
    public WalletCondition condition() {
        return new WalletCondition(mood != Mood.NOT_READY, "scripted", Money.ofAtoms(1_000_000, Rows.COIN));
    }

    @Override
    public int mostReceivers() {
        return 2;
    }

    @Override
    public boolean isPaidAlone(MinerAddress address) {
        return address.text().startsWith("alone");
    }

    @Override
    public PreparedPayment prepare(PaymentOrder order) throws NodeUnavailableException, PaymentRefusedException {
        cuts.place("before prepare");
        if (mood == Mood.UNREACHABLE) {
            throw new NodeUnavailableException("scripted: away");
        }
        if (mood == Mood.REFUSES) {
            throw new PaymentRefusedException("scripted: no");
        }
        SortedMap<MinerAddress, BigInteger> payments = new TreeMap<>();
        order.payments().forEach((miner, money) -> payments.put(miner, money.atoms()));
        String id = "transaction " + signed.size();
        String output = network.freeOutput();
        signed.put(id, new Chain.Signed(id, output, payments));
        cuts.place("after prepare");
        return new PreparedPayment(
                id, Octets.of(new byte[] {1}), Money.ofAtoms(7, Rows.COIN), List.of(output), "key of " + id);
    }

    @Override
    public void send(PreparedPayment payment) throws NodeUnavailableException {
        cuts.place("before send");
        boolean taken = mood != Mood.NEVER_ARRIVES && network.offer(find(payment), mood != Mood.ONLY_ABROAD);
        cuts.place("after send");
        if (!taken || mood == Mood.ANSWER_LOST) {
            throw new NodeUnavailableException("scripted: failed to commit tx (-4)");
        }
    }

    @Override
    public PaymentFate fate(PreparedPayment payment) throws NodeUnavailableException {
        cuts.place("before fate");
        return rule.fate(network, find(payment));
    }

    private Chain.Signed find(PreparedPayment payment) {
        return Optional.ofNullable(signed.get(payment.transactionId())).orElseThrow();
    }
}
