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
     * own. An order of several stands at the place of its largest balance; of equal balances the lesser address is first.
     */
    public static List<PaymentOrder> of(
            Map<MinerAddress, Money> payable, Money threshold, int mostReceivers, Predicate<MinerAddress> alone) {
        List<Map.Entry<MinerAddress, Money>> due = payable.entrySet().stream()
                .filter(entry -> !entry.getValue().isZero() && entry.getValue().compareTo(threshold) >= 0)
                .sorted(Map.Entry.<MinerAddress, Money>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        List<SortedMap<MinerAddress, Money>> orders = new ArrayList<>();
        SortedMap<MinerAddress, Money> together = new TreeMap<>();
        for (Map.Entry<MinerAddress, Money> entry : due) {
            if (alone.test(entry.getKey())) {
                orders.add(new TreeMap<>(Map.of(entry.getKey(), entry.getValue())));
                continue;
            }
            if (together.isEmpty() || together.size() == mostReceivers) {
                together = new TreeMap<>();
                orders.add(together);
            }
            together.put(entry.getKey(), entry.getValue());
        }
        return orders.stream().map(PaymentOrder::new).toList();
    }
}
