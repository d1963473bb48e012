package org.motherlode.ra.session;

import java.math.BigInteger;
import java.util.Optional;
import org.motherlode.model.work.Difficulty;

/**
 * Estimates a miner's speed from the work it delivers and follows it. It looks at the work of a window, not at its own
 * last answer, so it does not chase itself. Times are milliseconds of any clock that only goes forward.
 */
final class Vardiff {
    private static final int WARM_UP_SHARES = 4;
    private static final int WINDOW_SHARES = 16;
    private static final int WINDOW_TARGETS = 6;
    private static final BigInteger UP = BigInteger.valueOf(8);
    private static final BigInteger DOWN = BigInteger.valueOf(4);
    private static final BigInteger FOUR = BigInteger.valueOf(4);

    private final VardiffSettings settings;
    private final Difficulty least;
    private Difficulty current;
    private BigInteger work = BigInteger.ZERO;
    private int shares;
    private int wantedShares = WARM_UP_SHARES;
    private long windowFrom;

    Vardiff(VardiffSettings settings, Difficulty start, long nowMillis) {
        this.settings = settings;
        this.least = settings.least(start);
        this.current = within(start.value());
        this.windowFrom = nowMillis;
    }

    /** One that the miner chose itself and that stays, within the pool's bounds. */
    static Vardiff fixed(VardiffSettings settings, Difficulty wish, Difficulty start) {
        Difficulty least = settings.least(start);
        Difficulty chosen = wish.max(least).min(settings.most());
        return new Vardiff(new VardiffSettings(settings.targetMillis(), Optional.of(chosen), chosen), chosen, 0);
    }

    Difficulty current() {
        return current;
    }

    /** A good share of a job of this difficulty; tells whether {@link #current} has changed. */
    boolean accepted(Difficulty ofJob, long nowMillis) {
        work = work.add(ofJob.value());
        shares++;
        return look(nowMillis);
    }

    /** To be called now and then, for a miner that finds nothing; tells whether {@link #current} has changed. */
    boolean look(long nowMillis) {
        long elapsed = Math.max(1, nowMillis - windowFrom);
        if (shares < wantedShares && elapsed < WINDOW_TARGETS * settings.targetMillis()) {
            return false;
        }
        // Rounded down; the bounds below keep it above zero.
        BigInteger estimate =
                work.multiply(BigInteger.valueOf(settings.targetMillis())).divide(BigInteger.valueOf(elapsed));
        Difficulty before = current;
        BigInteger now = before.value();
        Difficulty wanted = within(estimate.min(now.multiply(UP)).max(now.divide(DOWN)));
        // What lies within a quarter is noise.
        if (wanted.value().subtract(now).abs().multiply(FOUR).compareTo(now) >= 0) {
            current = wanted;
        }
        work = BigInteger.ZERO;
        shares = 0;
        wantedShares = WINDOW_SHARES;
        windowFrom = nowMillis;
        return !current.equals(before);
    }

    private Difficulty within(BigInteger wanted) {
        BigInteger value = wanted.max(least.value()).min(settings.most().value());
        return new Difficulty(value);
    }
}
