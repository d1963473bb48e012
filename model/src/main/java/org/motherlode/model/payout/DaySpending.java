package org.motherlode.model.payout;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What left, or is on its way, within the last 24 hours: payouts that were given back are not among them, nor one that waits
 * for its release. Amounts are in atoms.
 *
 * @param begun the oldest first
 */
public record DaySpending(List<Begun> begun) {
    public static final Duration DAY = Duration.ofHours(24);
    public static final DaySpending NONE = new DaySpending(List.of());

    public DaySpending {
        begun = begun.stream().sorted(Comparator.comparing(Begun::at)).toList();
    }

    /**
     * One payout.
     *
     * @param at when it was confirmed, before which it left; now while it is open, for it may still leave
     */
    public record Begun(Instant at, BigInteger atoms) {}

    /** What may still go on its way now. */
    public BigInteger room(BigInteger most) {
        return most.subtract(sum()).max(BigInteger.ZERO);
    }

    /**
     * When there is room for so much, if nothing else goes before; the beginning of time if there is now.
     *
     * @param need at most {@code most}
     */
    public Instant roomFor(BigInteger need, BigInteger most) {
        BigInteger excess = sum().add(need).subtract(most);
        Instant from = Instant.EPOCH;
        for (Begun one : begun) {
            if (excess.signum() <= 0) {
                break;
            }
            excess = excess.subtract(one.atoms());
            from = one.at().plus(DAY);
        }
        return from;
    }

    private BigInteger sum() {
        return begun.stream().map(Begun::atoms).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
