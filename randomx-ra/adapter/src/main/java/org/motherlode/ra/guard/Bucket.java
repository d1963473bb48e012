package org.motherlode.ra.guard;

/** Tokens that come back at a steady rate, up to a bound. Counted in thousandths; times are milliseconds of any clock. */
final class Bucket {
    private static final long TOKEN = 1_000;

    private final Rate rate;
    private long tokens;
    private long filledAt;

    Bucket(Rate rate, long nowMillis) {
        this.rate = rate;
        this.tokens = rate.atOnce() * TOKEN;
        this.filledAt = nowMillis;
    }

    boolean take(long nowMillis) {
        fill(nowMillis);
        if (tokens < TOKEN) {
            return false;
        }
        tokens -= TOKEN;
        return true;
    }

    /** Gives back what was taken for something that another bound then forbade. */
    void giveBack() {
        tokens = Math.min(rate.atOnce() * TOKEN, tokens + TOKEN);
    }

    /** One a second is a thousandth of a token a millisecond. A clock that was set back gives nothing and takes nothing. */
    private void fill(long nowMillis) {
        long most = rate.atOnce() * TOKEN;
        long elapsed = Math.max(0, nowMillis - filledAt);
        // A pause that fills the bucket anyway, so that nothing overflows.
        long enough = most / rate.perSecond() + 1;
        tokens = Math.min(most, tokens + Math.min(elapsed, enough) * rate.perSecond());
        filledAt = nowMillis;
    }
}
