package org.motherlode.model.view;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.money.Money;

/**
 * A miner's page.
 *
 * @param sharesValid accepted since yesterday, 00:00 UTC; so are the workers' counts
 * @param sharesInvalid refused since yesterday, 00:00 UTC
 * @param blocksFound without orphans
 * @param workers the latest ones first, a bounded number of them
 */
public record MinerView(
        String address,
        BigInteger hashrate,
        long sharesValid,
        long sharesInvalid,
        long blocksFound,
        Money immature,
        Money payable,
        Money reserved,
        Money paid,
        Optional<Instant> lastShareAt,
        List<WorkerView> workers) {
    public MinerView {
        workers = List.copyOf(workers);
    }
}
