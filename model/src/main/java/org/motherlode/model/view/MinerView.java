package org.motherlode.model.view;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.Prospect;
import org.motherlode.model.share.ShareRefusal;

/**
 * A miner's page. Shares are counted from the first one on.
 *
 * @param hashrate whole hashes per second over the last ten minutes
 * @param refused by reason, of all workers
 * @param blocksFound without orphans
 * @param firstDay in UTC, of the first share; empty before it
 * @param days with a share, the latest first, a bounded number of them
 * @param workers the latest ones first, a bounded number of them
 * @param prospect what he can expect of the payouts; empty if nothing is due to him, or it is not known
 */
public record MinerView(
        String address,
        BigInteger hashrate,
        long sharesValid,
        Map<ShareRefusal, Long> refused,
        long blocksFound,
        Money immature,
        Money payable,
        Money reserved,
        Money paid,
        Optional<LocalDate> firstDay,
        Optional<Instant> lastShareAt,
        List<DayView> days,
        List<WorkerView> workers,
        Optional<Prospect> prospect) {
    public MinerView {
        refused = Map.copyOf(refused);
        days = List.copyOf(days);
        workers = List.copyOf(workers);
    }

    public MinerView expecting(Optional<Prospect> payouts) {
        return new MinerView(
                address,
                hashrate,
                sharesValid,
                refused,
                blocksFound,
                immature,
                payable,
                reserved,
                paid,
                firstDay,
                lastShareAt,
                days,
                workers,
                payouts);
    }

    public long sharesInvalid() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }
}
