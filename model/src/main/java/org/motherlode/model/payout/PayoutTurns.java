package org.motherlode.model.payout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.money.Money;

/** Decides which payout of those in line is reserved next, and says of each other one why it is not. Pure. */
public final class PayoutTurns {
    private final Bounds bounds;
    private final List<Turn> turns = new ArrayList<>();

    private PayoutTurns(Bounds bounds) {
        this.bounds = bounds;
    }

    /**
     * What bounds the next payout.
     *
     * @param waiting the payout that waits for its release, if there is one: no second one can
     * @param spendable what the wallet can spend beside what waits
     */
    public record Bounds(PayoutLimits limits, DaySpending spent, Optional<PayoutBatch> waiting, Money spendable) {
        public static Bounds of(
                PayoutTerms terms, DaySpending spent, Optional<PayoutBatch> waiting, WalletCondition wallet) {
            Money spendable = wallet.spendable();
            Money waits = waiting.map(batch -> batch.order().total()).orElse(Money.zero(spendable.asset()));
            Money rest = waits.compareTo(spendable) > 0 ? Money.zero(spendable.asset()) : spendable.minus(waits);
            return new Bounds(terms.limits(), spent, waiting, rest);
        }

        /** Whether the payout that waits can go on its way before all others. */
        public static boolean goesOn(PayoutBatch waiting, WalletCondition wallet) {
            return waiting.isReleased()
                    && wallet.ready()
                    && waiting.order().total().compareTo(wallet.spendable()) <= 0;
        }

        private Money room(PaymentOrder order) {
            return limits.mostPerDay()
                    .map(most -> new Money(spent.room(most.atoms()), most.asset()))
                    .orElse(order.total());
        }

        private Instant roomFor(PaymentOrder order) {
            return limits.mostPerDay()
                    .map(most -> spent.roomFor(order.total().atoms(), most.atoms()))
                    .orElse(Instant.EPOCH);
        }

        private boolean canSpend(PaymentOrder order) {
            return order.total().compareTo(spendable) <= 0;
        }
    }

    /** One of those in line; at most one of them is {@link Prospect.Reason#NEXT}. */
    public record Turn(PaymentOrder order, Prospect prospect) {
        boolean isNext() {
            return prospect.reason() == Prospect.Reason.NEXT;
        }
    }

    /** In the order of the line. What does not fit into the day's rest any more is cut off from the next payout. */
    public static List<Turn> of(List<PaymentOrder> line, Bounds bounds) {
        PayoutTurns turns = new PayoutTurns(bounds);
        line.forEach(turns::add);
        return List.copyOf(turns.turns);
    }

    /** The order that is to be reserved; empty if none can be. */
    public static Optional<PaymentOrder> next(List<Turn> turns) {
        return turns.stream().filter(Turn::isNext).map(Turn::order).findFirst();
    }

    private void add(PaymentOrder order) {
        if (turns.stream().anyMatch(Turn::isNext)) {
            tell(order, Prospect.laterTurn(turns.size() + 1));
        } else if (usedUp().isPresent()) {
            tell(order, usedUp().get());
        } else if (bounds.limits().needsRelease(order.total())) {
            addToRelease(order);
        } else {
            addWithinTheDay(order);
        }
    }

    private Optional<Prospect> usedUp() {
        return turns.stream()
                .map(Turn::prospect)
                .filter(prospect -> prospect.reason() == Prospect.Reason.DAY_USED_UP)
                .findFirst();
    }

    private void addToRelease(PaymentOrder order) {
        if (bounds.waiting().isPresent()) {
            tell(order, Prospect.behind(bounds.waiting().get()));
        } else {
            tell(order, bounds.canSpend(order) ? Prospect.next(true) : Prospect.tooLittle());
        }
    }

    private void addWithinTheDay(PaymentOrder order) {
        List<PaymentOrder> parts = PayoutPlan.within(List.of(order), bounds.room(order));
        PaymentOrder first = parts.get(0);
        if (first.total().compareTo(bounds.room(order)) > 0) {
            // Whoever comes later and would fit waits too: or the largest would never have its turn.
            tell(order, Prospect.usedUp(bounds.roomFor(first)));
        } else if (bounds.canSpend(first)) {
            tell(first, Prospect.next(false));
            parts.stream().skip(1).forEach(this::add);
        } else {
            tell(order, Prospect.tooLittle());
        }
    }

    private void tell(PaymentOrder order, Prospect prospect) {
        turns.add(new Turn(order, prospect));
    }
}
