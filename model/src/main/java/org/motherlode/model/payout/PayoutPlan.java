package org.motherlode.model.payout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Money;

/** Decides who is paid in the next transactions. Pure. */
public final class PayoutPlan {
    private static final Comparator<Map.Entry<MinerAddress, Money>> LARGEST_FIRST =
            Map.Entry.<MinerAddress, Money>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey());

    private PayoutPlan() {}

    /**
     * Orders for all who reach the threshold, largest balance first; those who must be paid alone get an order of their
     * own. An order of several stands at the place of its largest balance; of equal balances the lesser address is first.
     */
    public static List<PaymentOrder> of(
            Map<MinerAddress, Money> payable, Money threshold, int mostReceivers, Predicate<MinerAddress> alone) {
        List<Map.Entry<MinerAddress, Money>> due = payable.entrySet().stream()
                .filter(entry -> !entry.getValue().isZero() && entry.getValue().compareTo(threshold) >= 0)
                .sorted(LARGEST_FIRST)
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

    /**
     * The same, and no order above {@code most} but one of a single balance that is. An order above it becomes several, which
     * stand at its place, the largest balances in the first.
     */
    public static List<PaymentOrder> within(List<PaymentOrder> orders, Money most) {
        return orders.stream().flatMap(order -> parts(order, most)).toList();
    }

    private static Stream<PaymentOrder> parts(PaymentOrder order, Money most) {
        if (order.total().compareTo(most) <= 0) {
            return Stream.of(order);
        }
        List<SortedMap<MinerAddress, Money>> parts = new ArrayList<>();
        SortedMap<MinerAddress, Money> part = new TreeMap<>();
        Money total = Money.zero(most.asset());
        for (Map.Entry<MinerAddress, Money> entry :
                order.payments().entrySet().stream().sorted(LARGEST_FIRST).toList()) {
            total = total.plus(entry.getValue());
            if (part.isEmpty() || total.compareTo(most) > 0) {
                part = new TreeMap<>();
                parts.add(part);
                total = entry.getValue();
            }
            part.put(entry.getKey(), entry.getValue());
        }
        return parts.stream().map(PaymentOrder::new);
    }
}
