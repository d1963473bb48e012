package org.motherlode.model.payout;

import java.time.Duration;
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

        private static final int MOST_DOUBLINGS = 20;

        /**
         * When to ask again: so long after the first refusal, after each further one twice as long, up to a bound. The epoch if
         * nothing was refused.
         */
        public Instant again(Duration first, Duration longest) {
            if (times == 0) {
                return last;
            }
            Duration grown = first.multipliedBy(1L << Math.min(times - 1, MOST_DOUBLINGS));
            return last.plus(grown.compareTo(longest) > 0 ? longest : grown);
        }
    }
}
