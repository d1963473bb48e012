package org.motherlode.model.payout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PayoutOutlook.Line;
import org.motherlode.model.payout.Prospect.Reason;

/** Puts an outlook together. Pure. */
record OutlookMaking(PayoutFacts facts, PayoutMeans means, WalletCondition wallet) {
    PayoutOutlook make() {
        SortedMap<MinerAddress, Line> miners = new TreeMap<>();
        facts.held()
                .forEach((miner, money) -> miners.put(
                        miner,
                        new Line(
                                money, Prospect.of(Reason.ON_HOLD, "the operator holds what is due to this address"))));
        facts.saving()
                .forEach((miner, money) -> miners.put(
                        miner,
                        new Line(
                                money,
                                Prospect.of(
                                        Reason.BELOW_THRESHOLD,
                                        "it is less than the threshold that the owner of this address has chosen"))));
        Optional<Prospect> forAll = forAll();
        facts.payable().forEach((miner, money) -> Optional.of(money)
                .filter(some -> !some.isZero())
                .flatMap(some -> ofHisOwn(some).or(() -> forAll).or(() -> refusedLately(miner)))
                .ifPresent(prospect -> miners.put(miner, new Line(money, prospect))));
        Optional<PaymentOrder> next = released().map(PayoutBatch::order);
        if (forAll.isEmpty()) {
            List<PayoutTurns.Turn> turns = turns();
            turns.forEach(turn -> put(miners, turn.order(), turn.prospect()));
            next = PayoutTurns.next(turns);
        }
        facts.open().forEach(batch -> put(miners, batch.order(), Prospect.in(batch)));
        return new PayoutOutlook(next, miners);
    }

    private static void put(Map<MinerAddress, Line> miners, PaymentOrder order, Prospect prospect) {
        order.payments().forEach((miner, money) -> miners.put(miner, new Line(money, prospect)));
    }

    private List<PayoutTurns.Turn> turns() {
        List<PaymentOrder> line = PayoutLine.of(facts.terms(), facts.payable(), facts.refusals(), means);
        return PayoutTurns.of(line, PayoutTurns.Bounds.of(facts.terms(), facts.spent(), facts.waiting(), wallet));
    }

    private Optional<Prospect> ofHisOwn(Money money) {
        Money threshold = facts.terms().threshold();
        return money.compareTo(threshold) >= 0
                ? Optional.empty()
                : Optional.of(Prospect.of(
                        Reason.BELOW_THRESHOLD,
                        threshold.minus(money).display() + " are missing to the threshold of " + threshold.display()));
    }

    private Optional<Prospect> refusedLately(MinerAddress miner) {
        Refusals.Refused refused = facts.refusals().of(miner);
        return means.waits(refused) ? Optional.of(afterRefusal(means.again().apply(refused))) : Optional.empty();
    }

    /** What keeps the money of all who are due. */
    private Optional<Prospect> forAll() {
        return halted().or(this::walletOrBooks).or(() -> released()
                .map(batch -> Prospect.of(
                        Reason.PAYOUT_OPEN,
                        "payout " + batch.number() + " has been released by two persons and goes first")));
    }

    private Optional<Prospect> halted() {
        Refusals.Refused inARow = facts.refusals().inARow();
        if (facts.terms().paused()) {
            return Optional.of(Prospect.of(Reason.POOL_PAUSED, "the operator has paused the payouts of this pool"));
        }
        return facts.underWay()
                .map(batch -> Prospect.of(
                        Reason.PAYOUT_OPEN,
                        "payout " + batch.number() + " is " + batch.state()
                                + ", and the pool has one under way at a time"))
                .or(() -> means.waits(inARow)
                        ? Optional.of(afterRefusal(means.again().apply(inARow)))
                        : Optional.empty());
    }

    private Optional<Prospect> walletOrBooks() {
        if (!wallet.ready()) {
            return Optional.of(Prospect.of(Reason.WALLET_NOT_READY, "the pool's wallet cannot pay at the moment"));
        }
        return facts.wrongBooks()
                .map(words -> Prospect.of(
                        Reason.BOOKS_UNPROVEN, "the pool pays nothing before its books are found right again"));
    }

    /** The payout that goes on its way before all others, where nothing keeps it. */
    private Optional<PayoutBatch> released() {
        return halted().or(this::walletOrBooks).isPresent()
                ? Optional.empty()
                : facts.waiting().filter(batch -> PayoutTurns.Bounds.goesOn(batch, wallet));
    }

    private static Prospect afterRefusal(Instant again) {
        return Prospect.until(
                Reason.AFTER_REFUSAL,
                "the pool's wallet refused a payout; it is asked again from this time on: ",
                again);
    }
}
