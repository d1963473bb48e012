package org.motherlode.ra.session;

import java.math.BigInteger;
import org.motherlode.model.work.Difficulty;

/**
 * The difficulty of a miner's jobs. It follows the work that the miner delivers and never its own last answer, so it does
 * not chase itself: up at once where shares come much too fast, down after a silence, and otherwise seldom, and not at all
 * where what it would change is noise. Times are milliseconds of any clock that only goes forward.
 */
final class Vardiff {
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private final Pace pace;
    private final Range range;
    private final SmoothedRate rate;
    private Difficulty current;
    private int shares;
    private long changedAt;
    private long quietFrom;

    /** The least and the most that a miner may get. */
    record Range(Difficulty least, Difficulty most) {
        Difficulty nearest(BigInteger wanted) {
            return new Difficulty(wanted.max(least.value()).min(most.value()));
        }
    }

    Vardiff(Pace pace, Range range, Difficulty start, long nowMillis) {
        this.pace = pace;
        this.range = range;
        this.rate = new SmoothedRate(pace.smoothing(), nowMillis);
        this.current = range.nearest(start.value());
        this.changedAt = nowMillis;
        this.quietFrom = nowMillis;
    }

    Difficulty current() {
        return current;
    }

    /** A good share of a job of this difficulty; tells whether {@link #current} has changed. */
    boolean accepted(Difficulty ofJob, long nowMillis) {
        shares = Math.min(shares + 1, pace.warmUpShares());
        quietFrom = nowMillis;
        rate.passTo(nowMillis);
        rate.add(ofJob.value());
        BigInteger wanted = rate.workIn(pace.target());
        boolean due = nowMillis - changedAt >= pace.retarget();
        return shares >= pace.warmUpShares()
                && (isUrgent(wanted) || (due && isWorthIt(wanted)))
                && change(wanted, nowMillis);
    }

    /** To be called now and then, for a miner that finds nothing; tells whether {@link #current} has changed. */
    boolean look(long nowMillis) {
        if (nowMillis - quietFrom < pace.idle()) {
            return false;
        }
        quietFrom = nowMillis;
        rate.passTo(nowMillis);
        BigInteger wanted = rate.workIn(pace.target());
        return wanted.compareTo(current.value()) < 0 && change(wanted, nowMillis);
    }

    /** More shares of a job of this difficulty came than can be looked at; tells whether {@link #current} has changed. */
    boolean pressed(Difficulty ofJob, long nowMillis) {
        return ofJob.compareTo(current) >= 0 && change(range.most().value(), nowMillis);
    }

    private boolean isUrgent(BigInteger wanted) {
        BigInteger enough = wanted.multiply(BigInteger.valueOf(pace.reaction().urgentPercent()));
        return current.value().multiply(HUNDRED).compareTo(enough) < 0;
    }

    private boolean isWorthIt(BigInteger wanted) {
        BigInteger difference = wanted.subtract(current.value()).abs();
        BigInteger noise =
                current.value().multiply(BigInteger.valueOf(pace.reaction().variancePercent()));
        return difference.multiply(HUNDRED).compareTo(noise) > 0;
    }

    private boolean change(BigInteger wanted, long nowMillis) {
        BigInteger step = BigInteger.valueOf(pace.reaction().mostChange());
        BigInteger now = current.value();
        Difficulty before = current;
        current = range.nearest(wanted.min(now.multiply(step)).max(now.divide(step)));
        changedAt = nowMillis;
        return !current.equals(before);
    }
}
