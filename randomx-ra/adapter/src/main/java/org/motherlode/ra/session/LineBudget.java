package org.motherlode.ra.session;

/** A bucket of tokens, one for each line: fills at a steady rate and holds two seconds' worth. In thousandths of a token. */
final class LineBudget {
    private static final long TOKEN = 1_000;

    private final long perSecond;
    private long tokens;
    private long filledAt;

    LineBudget(int linesPerSecond, long nowMillis) {
        this.perSecond = linesPerSecond;
        this.tokens = 2 * perSecond * TOKEN;
        this.filledAt = nowMillis;
    }

    boolean take(long nowMillis) {
        // A line per second is a thousandth of a token per millisecond; a long pause fills the bucket, no more.
        long elapsed = Math.min(2_000, nowMillis - filledAt);
        tokens = Math.min(2 * perSecond * TOKEN, tokens + elapsed * perSecond);
        filledAt = nowMillis;
        if (tokens < TOKEN) {
            return false;
        }
        tokens -= TOKEN;
        return true;
    }
}
