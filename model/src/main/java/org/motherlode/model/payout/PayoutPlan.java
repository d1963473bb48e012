package org.motherlode.model.payout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Money;

/** Decides who is paid in the next transactions. Pure. */
public final class PayoutPlan {
    private PayoutPlan() {}

    /**
     * Orders for all who reach the threshold, largest balance first; those who must be paid alone get an order of their
     * own.
     */
    public static List<PaymentOrder> of(
            Map<MinerAddress, Money> payable, Money threshold, int mostReceivers, Predicate<MinerAddress> alone) {
        List<Map.Entry<MinerAddress, Money>> due = payable.entrySet().stream()
                .filter(entry -> !entry.getValue().isZero() && entry.getValue().compareTo(threshold) >= 0)
                .sorted(Map.Entry.<MinerAddress, Money>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        List<PaymentOrder> orders = new ArrayList<>();
        SortedMap<MinerAddress, Money> together = new TreeMap<>();
        for (Map.Entry<MinerAddress, Money> entry : due) {
            if (alone.test(entry.getKey())) {
                orders.add(new PaymentOrder(new TreeMap<>(Map.of(entry.getKey(), entry.getValue()))));
                continue;
            }
            together.put(entry.getKey(), entry.getValue());
            if (together.size() == mostReceivers) {
                orders.add(new PaymentOrder(together));
                together.clear();
            }
        }
        if (!together.isEmpty()) {
            orders.add(new PaymentOrder(together));
        }
        return orders;
    }
}
