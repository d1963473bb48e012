package org.motherlode.ra.session;

import java.math.BigInteger;

/**
 * Work per time, the newer the more it counts. Work and time fade together, so that the estimate is right from the first
 * share on, however irregularly they come. In whole numbers, each with a binary fraction, rounded down.
 */
final class SmoothedRate {
    private static final int FRACTION_BITS = 20;

    private final BigInteger smoothing;
    private BigInteger work = BigInteger.ZERO;
    private BigInteger time = BigInteger.ZERO;
    private long at;

    SmoothedRate(long smoothingMillis, long nowMillis) {
        this.smoothing = BigInteger.valueOf(smoothingMillis);
        this.at = nowMillis;
    }

    /** Lets time go by: a part of smoothing / (smoothing + elapsed) of what was before still counts. */
    void passTo(long nowMillis) {
        BigInteger elapsed = BigInteger.valueOf(Math.max(0, nowMillis - at));
        BigInteger parts = smoothing.add(elapsed);
        work = work.multiply(smoothing).divide(parts);
        time = time.multiply(smoothing).divide(parts).add(elapsed.shiftLeft(FRACTION_BITS));
        at = nowMillis;
    }

    void add(BigInteger done) {
        work = work.add(done.shiftLeft(FRACTION_BITS));
    }

    /** The work that is expected in so much time; a time below a millisecond counts as one. */
    BigInteger workIn(long millis) {
        BigInteger least = BigInteger.ONE.shiftLeft(FRACTION_BITS);
        return work.multiply(BigInteger.valueOf(millis)).divide(time.max(least));
    }
}
