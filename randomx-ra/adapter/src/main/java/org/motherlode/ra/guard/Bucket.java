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
        return take(1, nowMillis);
    }

    /** All of them or none; of more than it ever holds, all that it holds, so that nothing is impossible for ever. */
    boolean take(int many, long nowMillis) {
        fill(nowMillis);
        long wanted = Math.min(many, rate.atOnce()) * TOKEN;
        if (tokens < wanted) {
            return false;
        }
        tokens -= wanted;
        return true;
    }

    /** Gives back what was taken for something that another bound then forbade. */
    void giveBack() {
        giveBack(1);
    }

    void giveBack(int many) {
        tokens = Math.min(rate.atOnce() * TOKEN, tokens + many * TOKEN);
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
