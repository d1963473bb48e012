package org.motherlode.model.payout;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Money;

/** Who stands in line to be paid, and in which payouts. Pure. */
public final class PayoutLine {
    private static final int PAID_ALONE_FROM = 2;

    private PayoutLine() {}

    /**
     * The payouts in their turn. Who was in refused payouts waits, and is paid alone from the second time on: so one address
     * that the wallet dislikes does not keep the money from the others.
     *
     * @param payable of everybody who may be paid, whether it is enough or not
     */
    public static List<PaymentOrder> of(
            PayoutTerms terms, Map<MinerAddress, Money> payable, Refusals refusals, PayoutMeans means) {
        Map<MinerAddress, Money> asked = new TreeMap<>(payable);
        asked.keySet().removeIf(miner -> means.waits(refusals.of(miner)));
        List<PaymentOrder> orders = PayoutPlan.of(
                asked,
                terms.threshold(),
                Math.min(terms.mostReceivers(), means.mostReceivers()),
                miner -> refusals.of(miner).times() >= PAID_ALONE_FROM
                        || means.alone().test(miner));
        return terms.limits()
                .mostTogether()
                .map(most -> PayoutPlan.within(orders, most))
                .orElse(orders);
    }
}
