package org.motherlode.batch.pay;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.payout.Refusals;

/** Counts what the wallet refused, as the tables do. */
final class RefusedBatches {
    private RefusedBatches() {}

    static Refusals among(List<PayoutBatch> batches) {
        Map<MinerAddress, Refusals.Refused> miners = new TreeMap<>();
        Refusals.Refused inARow = Refusals.Refused.NEVER;
        for (PayoutBatch batch : batches) {
            if (batch.prepared().isPresent()) {
                inARow = Refusals.Refused.NEVER;
                miners.keySet().removeAll(batch.order().payments().keySet());
            } else if (batch.state() == PayoutState.RELEASED && batch.begun()) {
                inARow = oneMore(inARow, batch);
                for (MinerAddress miner : batch.order().payments().keySet()) {
                    miners.put(miner, oneMore(miners.getOrDefault(miner, Refusals.Refused.NEVER), batch));
                }
            }
        }
        return new Refusals(inARow, miners);
    }

    private static Refusals.Refused oneMore(Refusals.Refused before, PayoutBatch batch) {
        return new Refusals.Refused(before.times() + 1, batch.changedAt(), "refused");
    }
}
