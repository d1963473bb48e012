package org.motherlode.model.payout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Money;

/**
 * A pool's payout rows at one moment.
 *
 * @param payable what each miner could be paid, those on hold or below their own thresholds left out
 * @param held what those on hold could be paid if they were not
 * @param saving what those have who are below their own thresholds
 * @param wrongBooks what the last check of the books said; it is not made anew
 */
public record PayoutFacts(
        PayoutTerms terms,
        List<PayoutBatch> open,
        Map<MinerAddress, Money> payable,
        Map<MinerAddress, Money> held,
        Map<MinerAddress, Money> saving,
        Refusals refusals,
        DaySpending spent,
        Optional<String> wrongBooks) {
    Optional<PayoutBatch> underWay() {
        return open.stream().filter(batch -> !batch.waits()).findFirst();
    }

    Optional<PayoutBatch> waiting() {
        return open.stream().filter(PayoutBatch::waits).findFirst();
    }
}
