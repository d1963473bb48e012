package org.motherlode.ejb.view;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.motherlode.model.pool.PoolName;

/**
 * The work since the last block. What is complete is summed once and remembered, so that a long round costs no more to
 * look at than a short one.
 */
final class Rounds {
    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    private final WorkRows work;
    private final Map<PoolName, Summed> summed = new HashMap<>();

    Rounds(WorkRows work) {
        this.work = work;
    }

    /** All difficulty of the pool's shares after {@code lastBlock}, or of all if there is none. */
    synchronized BigInteger since(PoolName pool, Optional<Instant> lastBlock, Instant now) {
        Instant start = lastBlock.orElse(Instant.EPOCH);
        Summed known = Optional.ofNullable(summed.get(pool))
                .filter(sum -> sum.start().equals(start))
                .orElseGet(() -> new Summed(start, start, BigInteger.ZERO));
        Instant complete = work.completeUntil()
                .map(before -> before.minus(MICROSECOND))
                .filter(until -> until.isAfter(known.until()) && until.isBefore(now))
                .orElse(known.until());
        Summed after = complete.equals(known.until())
                ? known
                : new Summed(start, complete, known.work().add(work.between(pool, known.until(), complete)));
        summed.put(pool, after);
        return after.work().add(work.between(pool, complete, now));
    }

    /** All work after {@code start} and not after {@code until}; no share of that time can come any more. */
    private record Summed(Instant start, Instant until, BigInteger work) {}
}
