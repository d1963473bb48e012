package org.motherlode.model.payout;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import org.motherlode.model.chain.MinerAddress;

/**
 * What a pool's payments depend on beside its rows.
 *
 * @param mostReceivers that a transaction of this chain can have
 * @param alone whether an address must have a transaction of its own
 * @param again when the wallet is asked again after such refusals; the beginning of time if there was none
 */
public record PayoutMeans(
        int mostReceivers, Predicate<MinerAddress> alone, Function<Refusals.Refused, Instant> again, Instant now) {
    public boolean waits(Refusals.Refused refused) {
        return now.isBefore(again.apply(refused));
    }
}
