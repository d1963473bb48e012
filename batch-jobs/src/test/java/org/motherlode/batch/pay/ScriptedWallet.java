package org.motherlode.batch.pay;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** A wallet that fails as it is told; only {@link Chain} decides what was paid. */
final class ScriptedWallet implements Wallet {
    static final int MOST = 2;

    private final Chain chain;
    private final Cuts cuts;
    private final Map<String, Chain.Signed> signed = new HashMap<>();
    private Mood mood = Mood.WELL;
    private Money spendable = Money.ofAtoms(1_000_000, Rows.COIN);
    private Set<String> disliked = Set.of();
    private int sendings;

    ScriptedWallet(Chain chain, Cuts cuts) {
        this.chain = chain;
        this.cuts = cuts;
    }

    /** What goes wrong until another mood comes. */
    enum Mood {
        WELL,
        NOT_READY,
        PREPARE_UNREACHABLE,
        PREPARE_REFUSED,
        SEND_ANSWER_LOST,
        SEND_NEVER_ARRIVES,
        FATE_UNDECIDED
    }

    void is(Mood next) {
        mood = next;
    }

    /** Refuses every order that pays one of these. */
    void dislikes(Set<String> addresses) {
        disliked = Set.copyOf(addresses);
    }

    void canSpend(long atoms) {
        spendable = Money.ofAtoms(atoms, Rows.COIN);
    }

    /** How many transactions were ever signed, and how often one was handed out. */
    int signatures() {
        return signed.size();
    }

    int sendings() {
        return sendings;
    }

    @Override
    public WalletCondition condition() {
        cuts.place("before condition");
        return new WalletCondition(mood != Mood.NOT_READY, "scripted: " + mood, spendable);
    }

    @Override
    public int mostReceivers() {
        return MOST;
    }

    @Override
    public boolean isPaidAlone(MinerAddress address) {
        return address.text().startsWith("alone");
    }

    @Override
    public PreparedPayment prepare(PaymentOrder order) throws NodeUnavailableException, PaymentRefusedException {
        cuts.place("before prepare");
        if (mood == Mood.PREPARE_UNREACHABLE || mood == Mood.NOT_READY) {
            throw new NodeUnavailableException("scripted: the wallet does not answer");
        }
        boolean likes = order.payments().keySet().stream().noneMatch(miner -> disliked.contains(miner.text()));
        if (mood == Mood.PREPARE_REFUSED || !likes) {
            throw new PaymentRefusedException("scripted: not enough unlocked money");
        }
        SortedMap<MinerAddress, BigInteger> payments = new TreeMap<>();
        order.payments().forEach((miner, money) -> payments.put(miner, money.atoms()));
        String id = "transaction " + signed.size();
        String output = chain.freeOutput();
        signed.put(id, new Chain.Signed(id, output, payments));
        cuts.place("after prepare");
        return new PreparedPayment(
                id, Octets.of(new byte[] {1, 2}), Money.ofAtoms(7, Rows.COIN), List.of(output), "key of " + id);
    }

    @Override
    public void send(PreparedPayment payment) throws NodeUnavailableException {
        cuts.place("before send");
        sendings++;
        boolean arrives = mood != Mood.SEND_NEVER_ARRIVES && mood != Mood.NOT_READY;
        boolean taken = arrives && chain.offer(find(payment));
        cuts.place("after send");
        if (!taken || mood == Mood.SEND_ANSWER_LOST) {
            throw new NodeUnavailableException("scripted: failed to commit tx (-4)");
        }
    }

    @Override
    public PaymentFate fate(PreparedPayment payment) throws NodeUnavailableException {
        cuts.place("before fate");
        if (mood == Mood.FATE_UNDECIDED) {
            throw new NodeUnavailableException("scripted: still open");
        }
        String id = payment.transactionId();
        Optional<Long> height = chain.heightOf(id);
        if (height.isPresent()) {
            long confirmations = chain.confirmations(id);
            return new PaymentFate.Mined(height.get(), confirmations, confirmations >= Chain.FINAL);
        }
        if (chain.isInPool(id)) {
            return new PaymentFate.Waiting();
        }
        long foreign = chain.confirmationsOfSpender(find(payment).output());
        if (foreign > 0 && foreign < Chain.FINAL) {
            throw new NodeUnavailableException("scripted: spent by another with " + foreign + " confirmations");
        }
        return foreign == 0 ? new PaymentFate.Unseen() : new PaymentFate.Dead("spent by another");
    }

    private Chain.Signed find(PreparedPayment payment) {
        return Optional.ofNullable(signed.get(payment.transactionId())).orElseThrow();
    }
}
