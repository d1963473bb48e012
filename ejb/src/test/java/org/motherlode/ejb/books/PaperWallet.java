package org.motherlode.ejb.books;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentFate;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.payout.WalletCondition;
import org.motherlode.model.payout.WalletHoldings;
import org.motherlode.model.payout.WalletMovement;
import org.motherlode.model.payout.WalletMovement.Kind;
import org.motherlode.model.payout.WalletRecords;

/** A wallet that has moved what a test writes down, on a chain of a thousand blocks; it pays nothing. */
public final class PaperWallet implements Wallet, WalletRecords {
    /** Of its newest block. */
    public static final long HEIGHT = 1_000;

    private final Asset asset;
    private final List<WalletMovement> movements = new ArrayList<>();
    private final Map<Long, String> blocks = new TreeMap<>();
    private long all;
    private Optional<PaymentFate> fate = Optional.of(new PaymentFate.Unseen());
    private Optional<NodeUnavailableException> away = Optional.empty();
    private Optional<NodeUnavailableException> contest = Optional.empty();
    private boolean tells = true;

    public PaperWallet(Asset asset) {
        this.asset = asset;
    }

    public PaperWallet holds(long atoms) {
        all = atoms;
        return this;
    }

    /** In a block at a height. */
    public PaperWallet spent(String id, long height, long amount, long fee) {
        movements.add(new WalletMovement(Kind.SPENT, id, OptionalLong.of(height), money(amount), money(fee), false));
        return this;
    }

    /** No block has it. */
    public PaperWallet waits(String id, long amount, long fee) {
        movements.add(new WalletMovement(Kind.SPENT, id, OptionalLong.empty(), money(amount), money(fee), false));
        return this;
    }

    /** The reward of a block; it can be spent unless the block is young. */
    public PaperWallet mined(String id, long height, long amount) {
        boolean settled = height <= HEIGHT - 60;
        movements.add(new WalletMovement(Kind.MINED, id, OptionalLong.of(height), money(amount), money(0), settled));
        return this;
    }

    public PaperWallet received(String id, long height, long amount) {
        movements.add(new WalletMovement(Kind.RECEIVED, id, OptionalLong.of(height), money(amount), money(0), false));
        return this;
    }

    public PaperWallet block(long height, String id) {
        blocks.put(height, id);
        return this;
    }

    public PaperWallet saysOfPayments(PaymentFate next) {
        fate = Optional.of(next);
        return this;
    }

    /** Or is back. */
    public PaperWallet isAway(Optional<NodeUnavailableException> why) {
        away = why;
        return this;
    }

    /** What is thrown where the fate of a payment is asked. */
    public PaperWallet cannotTellFate(NodeUnavailableException why) {
        contest = Optional.of(why);
        return this;
    }

    public PaperWallet tellsNothing() {
        tells = false;
        return this;
    }

    private Money money(long atoms) {
        return Money.ofAtoms(atoms, asset);
    }

    private void requireThere() throws NodeUnavailableException {
        if (away.isPresent()) {
            throw away.get();
        }
    }

    @Override
    public Optional<WalletRecords> records() {
        return tells ? Optional.of(this) : Optional.empty();
    }

    @Override
    public WalletHoldings holdings(long above) throws NodeUnavailableException {
        requireThere();
        List<WalletMovement> found = movements.stream()
                .filter(movement ->
                        movement.height().isEmpty() || movement.height().getAsLong() > above)
                .toList();
        return new WalletHoldings(HEIGHT, money(all), found);
    }

    @Override
    public List<WalletMovement> movements(long above, long upTo) throws NodeUnavailableException {
        requireThere();
        return movements.stream()
                .filter(movement -> movement.height().isPresent()
                        && movement.height().getAsLong() > above
                        && movement.height().getAsLong() <= upTo)
                .toList();
    }

    @Override
    public Optional<String> block(long height) throws NodeUnavailableException {
        requireThere();
        return Optional.ofNullable(blocks.get(height));
    }

    @Override
    public PaymentFate fate(PreparedPayment payment) throws NodeUnavailableException {
        requireThere();
        if (contest.isPresent()) {
            throw contest.get();
        }
        return fate.orElseThrow();
    }

    @Override
    public WalletCondition condition() {
        throw new IllegalStateException("not for these tests");
    }

    @Override
    public int mostReceivers() {
        return 1;
    }

    @Override
    public boolean isPaidAlone(MinerAddress address) {
        return false;
    }

    @Override
    public PreparedPayment prepare(PaymentOrder order) {
        throw new IllegalStateException("not for these tests");
    }

    @Override
    public void send(PreparedPayment payment) {
        throw new IllegalStateException("not for these tests");
    }
}
