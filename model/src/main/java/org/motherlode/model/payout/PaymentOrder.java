package org.motherlode.model.payout;

import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Money;

/** Whom one transaction pays, and how much each receives. */
public record PaymentOrder(SortedMap<MinerAddress, Money> payments) {
    public PaymentOrder {
        payments = new TreeMap<>(payments);
        if (payments.isEmpty() || payments.values().stream().anyMatch(Money::isZero)) {
            throw new IllegalArgumentException("an order pays somebody, and nobody nothing");
        }
    }

    public Money total() {
        return payments.values().stream().reduce(Money::plus).orElseThrow();
    }
}
