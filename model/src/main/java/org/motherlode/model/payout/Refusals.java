package org.motherlode.model.payout;

import java.time.Instant;
import java.util.Map;
import org.motherlode.model.chain.MinerAddress;

/**
 * What the wallet refused of a pool's payouts lately.
 *
 * @param inARow since the last payout that it signed
 * @param miners those who were in refused payouts since they were last in one that was signed
 */
public record Refusals(Refused inARow, Map<MinerAddress, Refused> miners) {
    public static final Refusals NONE = new Refusals(Refused.NEVER, Map.of());

    public Refusals {
        miners = Map.copyOf(miners);
    }

    public Refused of(MinerAddress miner) {
        return miners.getOrDefault(miner, Refused.NEVER);
    }

    /**
     * How often, and when last.
     *
     * @param last the epoch if never
     * @param words of the last refusal
     */
    public record Refused(int times, Instant last, String words) {
        public static final Refused NEVER = new Refused(0, Instant.EPOCH, "");
    }
}
